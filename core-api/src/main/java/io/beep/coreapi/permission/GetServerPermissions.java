package io.beep.coreapi.permission;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/** What a member may do in the server as a whole, and why. */
@NeedsPermission(Permission.MANAGE_ROLES)
public record GetServerPermissions(ServerId serverId, UserId userId, UserId asking)
    implements PermissionQuery<MemberPermissionsView> {}
