package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An invitation counts against the number that its server may have in force.
 *
 * @param expiresAt from then on it counts no more; null for never
 */
@Revision("1")
public record InvitationSlotTaken(ServerId serverId, String code, @Nullable Instant expiresAt)
    implements InvitationEvent {}
