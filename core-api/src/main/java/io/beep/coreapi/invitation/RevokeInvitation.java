package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;

/** Ends an invitation: one's own always; that of another needs MANAGE_SERVER. */
@NeedsPermission(Permission.MANAGE_SERVER)
public record RevokeInvitation(@RoutingKey InvitationCode code, UserId actor)
    implements InvitationCommand {}
