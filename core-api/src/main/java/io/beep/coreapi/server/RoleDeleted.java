package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A role is gone: no member has it any more, and no channel knows of it. */
@Revision("1")
public record RoleDeleted(ServerId serverId, RoleId roleId, UserId deletedBy)
    implements RoleEvent {}
