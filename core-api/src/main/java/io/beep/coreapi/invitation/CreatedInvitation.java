package io.beep.coreapi.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the one who made an invitation needs to pass it on.
 *
 * @param maxUses null for as many as come
 * @param expiresAt null for never
 */
public record CreatedInvitation(
    InvitationCode code, @Nullable Integer maxUses, @Nullable Instant expiresAt) {}
