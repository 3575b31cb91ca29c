package io.beep.coreapi.message;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/**
 * How much somebody wrote in a server, and when last, for those who keep order: of the channels
 * that the asking one may read, and of what is still there.
 */
@NeedsPermission(Permission.MANAGE_MESSAGES)
public record GetMemberActivity(ServerId serverId, UserId asking, UserId userId)
    implements MessageQuery<MemberActivityView> {}
