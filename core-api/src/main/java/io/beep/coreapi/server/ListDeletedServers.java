package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;

/** The servers that someone deleted and that are not gone for ever yet, the next to go first. */
@NeedsNoPermission(because = "everyone gets what they deleted themselves")
public record ListDeletedServers(UserId asking) implements ServerQuery<DeletedServerPage> {}
