package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Someone was asked to come into a server, and nobody else may in their place.
 *
 * @param moves how often they had come, gone and been put out before; once it is more, what was
 *     meant then is not meant any more
 */
@Revision("1")
public record MemberInvited(
    ServerId serverId, UserId userId, UserId inviterId, Instant expiresAt, int moves)
    implements MemberInvitationEvent {}
