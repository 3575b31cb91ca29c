package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what a role allows, which may be that of everyone.
 *
 * @param permissions all that it shall allow; what changes by it the one who asks must have
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record SetRolePermissions(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    RoleId roleId,
    PermissionSet permissions)
    implements ServerCommand {}
