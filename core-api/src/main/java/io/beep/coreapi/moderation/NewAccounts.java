package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long whoever has signed up posts no links and calls few in a public server, where anyone can
 * come in. Into a private one somebody let them.
 *
 * @param time since they signed up; zero for not at all
 */
public record NewAccounts(Duration time) {

  public static final NewAccounts USUAL = new NewAccounts(Duration.ofMinutes(10));
  public static final NewAccounts FREE = new NewAccounts(Duration.ZERO);

  private static final int WITH_TIME = 7;
  private static final int BITS_BEHIND_TIME = 16;

  /**
   * When the account is new no more, which its id tells; null when it never was, or when the id
   * does not tell when it was made.
   */
  public @Nullable Instant until(UserId user) {
    UUID id = user.value();
    return time.isZero() || id.version() != WITH_TIME
        ? null
        : Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BEHIND_TIME).plus(time);
  }
}
