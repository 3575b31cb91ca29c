package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone is not asked to come in any more. */
@Revision("1")
public record MemberInvitationRevoked(ServerId serverId, UserId userId, UserId actor)
    implements MemberInvitationEvent {}
