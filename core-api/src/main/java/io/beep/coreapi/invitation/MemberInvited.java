package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Someone was asked to come into a server, and nobody else may in their place. */
@Revision("1")
public record MemberInvited(ServerId serverId, UserId userId, UserId inviterId, Instant expiresAt)
    implements MemberInvitationEvent {}
