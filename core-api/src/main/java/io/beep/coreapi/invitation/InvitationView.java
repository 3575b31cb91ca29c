package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation for those who look after it.
 *
 * @param inviterName as shown beside what they write
 * @param maxUses null for as many as come
 * @param expiresAt null for never
 */
public record InvitationView(
    InvitationCode code,
    ServerId serverId,
    UserId inviterId,
    String inviterName,
    int uses,
    @Nullable Integer maxUses,
    @Nullable Instant expiresAt,
    Instant createdAt) {}
