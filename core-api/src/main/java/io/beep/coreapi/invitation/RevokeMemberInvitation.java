package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Asks someone to come in no more: whom one asked oneself always; others need MANAGE_SERVER.
 *
 * @param userId who was invited
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record RevokeMemberInvitation(@RoutingKey ServerId serverId, UserId actor, UserId userId)
    implements InvitationCommand {}
