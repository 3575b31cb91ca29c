package io.beep.command.server;

import io.beep.command.shared.Texts;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What may be written as a reason, and how long a time-out lasts. */
final class ModerationRules {

  static final int REASON_MOST = 512;
  static final Duration TIMEOUT_SHORTEST = Duration.ofSeconds(1);

  /** Whoever shall be silent for longer is better kicked or banned. */
  static final Duration TIMEOUT_LONGEST = Duration.ofDays(28);

  private ModerationRules() {}

  /** The reason as it is kept, null when it says nothing. */
  static @Nullable String requireReason(@Nullable String reason) {
    String trimmed = Texts.trimmedOrNull(reason);
    if (trimmed != null && Texts.length(trimmed) > REASON_MOST) {
      throw new DomainException(new ModerationError.ReasonTooLong(REASON_MOST));
    }
    return trimmed;
  }

  /**
   * When a time-out that begins now ends; exactly one of the two is given.
   *
   * @param seconds from now
   */
  static Instant requireEnd(@Nullable Instant until, @Nullable Long seconds, Instant now) {
    if ((until == null) == (seconds == null) || (seconds != null && !isLength(seconds))) {
      throw invalid();
    }
    Instant end = until == null ? now.plusSeconds(seconds == null ? 0 : seconds) : until;
    if (end.isBefore(now.plus(TIMEOUT_SHORTEST)) || end.isAfter(now.plus(TIMEOUT_LONGEST))) {
      throw invalid();
    }
    return end.truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isLength(long seconds) {
    return seconds >= TIMEOUT_SHORTEST.toSeconds() && seconds <= TIMEOUT_LONGEST.toSeconds();
  }

  private static DomainException invalid() {
    return new DomainException(new ModerationError.TimeoutInvalid(TIMEOUT_LONGEST.toSeconds()));
  }
}
