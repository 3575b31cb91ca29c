package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was revoked is in force again, with the uses that it had left.
 *
 * @param inviterId who made it
 * @param maxUses null for as many as come
 * @param expiresAt null for never
 * @param actor who restored it
 */
@Revision("1")
public record InvitationRestored(
    String code,
    ServerId serverId,
    UserId inviterId,
    @Nullable Integer maxUses,
    @Nullable Instant expiresAt,
    UserId actor)
    implements InvitationEvent {}
