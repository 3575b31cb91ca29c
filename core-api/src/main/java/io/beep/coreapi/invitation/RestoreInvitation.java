package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Takes back that an invitation was revoked: one's own as long as one may invite; that of another
 * needs MANAGE_SERVER.
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record RestoreInvitation(@RoutingKey InvitationCode code, UserId actor)
    implements InvitationCommand {}
