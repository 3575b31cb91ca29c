package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes the deletion of a role back, while there is time. */
@NeedsPermission(Permission.MANAGE_ROLES)
public record RestoreRole(@TargetAggregateIdentifier ServerId serverId, UserId actor, RoleId roleId)
    implements ServerCommand {}
