package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A role goes by another name. */
@Revision("1")
public record RoleRenamed(ServerId serverId, RoleId roleId, String name, UserId renamedBy)
    implements RoleEvent {}
