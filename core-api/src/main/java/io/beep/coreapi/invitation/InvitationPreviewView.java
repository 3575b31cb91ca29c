package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation leads to, for whoever has its code.
 *
 * @param serverPictureUrl of its largest size, {@code /api/pictures/<id>/256}; null without a
 *     picture
 * @param serverBannerUrl of its largest size, {@code /api/pictures/<id>/1920}; null without one
 * @param inviterName as shown beside what they write
 * @param expiresAt null for never
 * @param member whether the asking one is in the server already
 * @param position the place in the event stream up to which the answer knows everything
 */
public record InvitationPreviewView(
    InvitationCode code,
    ServerId serverId,
    String serverName,
    @Nullable String serverDescription,
    @Nullable String serverPictureUrl,
    @Nullable String serverBannerUrl,
    int memberCount,
    String inviterName,
    @Nullable Instant expiresAt,
    boolean member,
    long position) {}
