package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Public servers that have the words in their name, description or tags, or words like them: each
 * word may have typing errors, and may be the beginning of a longer one. The best first, which is
 * also a matter of size and of how much is said there.
 *
 * @param words as typed; empty finds all
 * @param limit 1 to 100
 * @param cursor of the page before, null for the first
 */
@NeedsNoPermission(because = "public servers are public")
public record FindPublicServers(String words, int limit, @Nullable String cursor, UserId asking)
    implements ServerQuery<DiscoveryPage> {}
