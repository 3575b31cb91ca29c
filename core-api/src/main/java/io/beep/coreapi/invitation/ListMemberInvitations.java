package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/**
 * Who is asked into a server and has not answered, the newest first: all of them for who has
 * MANAGE_SERVER, whom they asked themselves for other members. There are at most as many as the
 * quota of invitations allows.
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record ListMemberInvitations(ServerId serverId, UserId asking)
    implements InvitationQuery<MemberInvitationPage> {}
