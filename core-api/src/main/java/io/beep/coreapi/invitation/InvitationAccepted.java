package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * Someone entered the server by the invitation.
 *
 * @param inviterId who made the invitation
 * @param uses how often it has been used, this time included
 */
@Revision("1")
public record InvitationAccepted(
    String code, ServerId serverId, UserId inviterId, UserId userId, int uses)
    implements InvitationEvent {}
