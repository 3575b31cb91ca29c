package io.beep.coreapi.permission;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Permission;

/**
 * What a change would give to and take from members, before it is made. For one of overwrites the
 * permission is needed in the channel. Whether the asking one may make the change is not looked at.
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record GetPermissionPreview(ServerId serverId, AccessChange change, UserId asking)
    implements PermissionQuery<PermissionPreviewView> {}
