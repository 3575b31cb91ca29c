package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/** Every role of a server, for its members. */
@NeedsNoPermission(because = "members see which roles there are, as they see who has them")
public record ListRoles(ServerId serverId, UserId asking) implements ServerQuery<RolePage> {}
