package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;

/**
 * Public servers whose name or description has the words, the largest first.
 *
 * @param words as typed; empty finds all
 * @param limit 1 to 100
 */
@NeedsNoPermission(because = "public servers are public")
public record FindPublicServers(String words, int limit, UserId asking)
    implements ServerQuery<ServerPage> {}
