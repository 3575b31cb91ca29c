package io.beep.readmodel.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code invitation}: a link into a server, in force or not any more.
 *
 * @param maxUses null for as many as come
 * @param expiresAt null for never
 */
public record InvitationRow(
    String code,
    UUID serverId,
    UUID inviterId,
    @Nullable Integer maxUses,
    @Nullable Instant expiresAt,
    int uses,
    boolean revoked,
    Instant createdAt) {

  /** Whether it has been used as often as it may be. */
  public boolean isUsedUp() {
    return maxUses != null && uses >= maxUses;
  }

  public boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
