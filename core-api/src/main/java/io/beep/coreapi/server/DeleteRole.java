package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes a role from its server, its members and its channels. */
@NeedsPermission(Permission.MANAGE_ROLES)
public record DeleteRole(@TargetAggregateIdentifier ServerId serverId, UserId actor, RoleId roleId)
    implements ServerCommand {}
