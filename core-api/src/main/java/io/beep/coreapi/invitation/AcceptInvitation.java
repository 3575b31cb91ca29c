package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Enters the server that the invitation leads to. Who is in it already stays, and uses nothing up.
 * Answers the server's id.
 */
@NeedsNoPermission(because = "whoever has the code is invited")
public record AcceptInvitation(@RoutingKey InvitationCode code, UserId actor)
    implements InvitationCommand {}
