package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;

/** Enters the server that one was asked into. Who is in it already stays. */
@NeedsNoPermission(because = "who was asked to come in may")
public record AcceptMemberInvitation(@RoutingKey ServerId serverId, UserId actor)
    implements InvitationCommand {}
