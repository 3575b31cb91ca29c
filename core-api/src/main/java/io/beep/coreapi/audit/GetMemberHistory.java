package io.beep.coreapi.audit;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/**
 * What there was with somebody in a server, for those who keep order: also of who left, or was put
 * out.
 */
@NeedsPermission(Permission.MANAGE_MESSAGES)
public record GetMemberHistory(ServerId serverId, UserId asking, UserId userId)
    implements AuditQuery<MemberHistoryView> {}
