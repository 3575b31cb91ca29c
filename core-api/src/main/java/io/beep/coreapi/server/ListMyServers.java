package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;

/** Every server that the asking one is in, in the order of joining. */
@NeedsNoPermission(because = "it lists what the asking one is in")
public record ListMyServers(UserId asking) implements ServerQuery<ServerPage> {}
