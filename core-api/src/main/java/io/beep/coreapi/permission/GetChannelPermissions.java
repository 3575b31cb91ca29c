package io.beep.coreapi.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/** What a member may do in a channel, and why. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record GetChannelPermissions(ChannelId channelId, UserId userId, UserId asking)
    implements PermissionQuery<MemberPermissionsView> {}
