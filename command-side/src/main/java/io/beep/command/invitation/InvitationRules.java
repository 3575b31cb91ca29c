package io.beep.command.invitation;

import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long an invitation lasts, and how often it can be used. */
final class InvitationRules {

  static final int USES_LEAST = 1;
  static final int USES_MOST = 100_000;
  static final Duration SHORTEST = Duration.ofSeconds(60);
  static final Duration LONGEST = Duration.ofDays(365);

  /** Long enough for a friend on holiday, short enough that a forgotten link ends by itself. */
  static final Duration USUAL = Duration.ofDays(7);

  private InvitationRules() {}

  static @Nullable Integer requireMaxUses(@Nullable Integer maxUses) {
    if (maxUses != null && (maxUses < USES_LEAST || maxUses > USES_MOST)) {
      throw new DomainException(new InvitationError.MaxUsesInvalid(USES_LEAST, USES_MOST));
    }
    return maxUses;
  }

  /**
   * When an invitation that is made now ends, null for never.
   *
   * @param seconds 0 for never, null for {@link #USUAL}
   */
  static @Nullable Instant requireExpiry(@Nullable Long seconds, Instant now) {
    long wished = seconds == null ? USUAL.toSeconds() : seconds;
    if (wished == 0) {
      return null;
    }
    if (wished < SHORTEST.toSeconds() || wished > LONGEST.toSeconds()) {
      throw new DomainException(
          new InvitationError.ExpiryInvalid(SHORTEST.toSeconds(), LONGEST.toSeconds()));
    }
    return now.truncatedTo(ChronoUnit.MILLIS).plusSeconds(wished);
  }
}
