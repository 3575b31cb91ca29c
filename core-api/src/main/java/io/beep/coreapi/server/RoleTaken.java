package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A member has a role no more. */
@Revision("1")
public record RoleTaken(ServerId serverId, UserId userId, RoleId roleId, UserId takenBy)
    implements RoleEvent {}
