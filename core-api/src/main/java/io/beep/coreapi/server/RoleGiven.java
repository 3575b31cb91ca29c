package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A member has one more role. */
@Revision("1")
public record RoleGiven(ServerId serverId, UserId userId, RoleId roleId, UserId givenBy)
    implements RoleEvent {}
