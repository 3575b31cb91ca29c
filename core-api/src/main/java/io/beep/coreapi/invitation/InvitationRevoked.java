package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * Nobody enters by the invitation any more.
 *
 * @param inviterId who made it
 * @param actor who revoked it
 */
@Revision("1")
public record InvitationRevoked(String code, ServerId serverId, UserId inviterId, UserId actor)
    implements InvitationEvent {}
