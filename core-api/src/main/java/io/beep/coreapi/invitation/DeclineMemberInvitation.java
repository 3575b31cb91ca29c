package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;

/** Does not come into the server that one was asked into. Nobody is told. */
@NeedsNoPermission(because = "everyone may stay away")
public record DeclineMemberInvitation(@RoutingKey ServerId serverId, UserId actor)
    implements InvitationCommand {}
