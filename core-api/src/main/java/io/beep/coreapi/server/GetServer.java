package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/**
 * One server, with the channels that the asking one may see. Members see it; a public one is seen
 * by everyone.
 */
@NeedsNoPermission(because = "membership decides, and a public server shows itself")
public record GetServer(ServerId serverId, UserId asking) implements ServerQuery<ServerView> {}
