package io.beep.readmodel.invitation;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code member_invitation}. */
public record MemberInvitationRow(
    UUID serverId, UUID userId, UUID inviterId, Instant expiresAt, Instant createdAt) {}
