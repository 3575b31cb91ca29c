package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/**
 * The invitations of a server that are in force, the newest first: all of them for who has
 * MANAGE_SERVER, their own for other members. There are at most as many as the quota allows.
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record ListInvitations(ServerId serverId, UserId asking)
    implements InvitationQuery<InvitationPage> {}
