package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one is asked into, and by whom.
 *
 * @param serverPictureUrl of its largest size; null without a picture
 * @param serverBannerUrl of its largest size; null without one
 * @param inviterName as shown beside what they write
 */
public record ReceivedInvitationView(
    ServerId serverId,
    String serverName,
    @Nullable String serverDescription,
    @Nullable String serverPictureUrl,
    @Nullable String serverBannerUrl,
    int memberCount,
    UserId inviterId,
    String inviterName,
    @Nullable String inviterAvatarUrl,
    Instant expiresAt,
    Instant createdAt) {}
