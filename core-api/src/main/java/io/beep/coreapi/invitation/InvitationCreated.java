package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A link into the server can be passed on.
 *
 * @param maxUses null for as many as come
 * @param expiresAt null for never
 */
@Revision("1")
public record InvitationCreated(
    String code,
    ServerId serverId,
    UserId inviterId,
    @Nullable Integer maxUses,
    @Nullable Instant expiresAt)
    implements InvitationEvent {}
