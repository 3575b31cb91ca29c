package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone who is asked into a server, for those who asked. */
public record MemberInvitationView(
    UserId userId,
    String username,
    String displayName,
    @Nullable String avatarUrl,
    UserId inviterId,
    Instant expiresAt,
    Instant createdAt) {}
