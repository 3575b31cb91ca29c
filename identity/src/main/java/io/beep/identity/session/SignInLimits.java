package io.beep.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts sign-ins on this node. */
class SignInLimits {

  /**
   * A few tens of megabytes; whoever floods it with addresses empties only buckets like his own.
   */
  private static final int MOST_BUCKETS = 100_000;

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  private final TimeMeter time;
  private final boolean limited;

  SignInLimits(Clock clock, boolean limited) {
    this.time = new ClockMeter(clock);
    this.limited = limited;
  }

  private record Key(SignInLimit limit, String subject) {}

  /** Whether a sign-in may go on. */
  sealed interface Answer {

    /** It may, and takes a place until it is known to be no guess. */
    record Allowed(List<Bucket> taken) implements Answer {
      void giveBack() {
        taken.forEach(bucket -> bucket.addTokens(1));
      }
    }

    /**
     * It may not.
     *
     * @param limit the one that was reached
     * @param retryAfter when one more is borne
     * @param resetAfter when the whole limit is there again
     */
    record TooMany(SignInLimit limit, Duration retryAfter, Duration resetAfter) implements Answer {}
  }

  Answer begin(String email, String address) {
    Answer.Allowed allowed = new Answer.Allowed(new ArrayList<>());
    if (!limited) {
      return allowed;
    }
    String account = email.strip().toLowerCase(Locale.ROOT);
    String network = network(address);
    List<Key> keys =
        List.of(
            new Key(SignInLimit.ADDRESS, network),
            new Key(SignInLimit.ACCOUNT_FROM_ADDRESS, account + ' ' + network),
            new Key(SignInLimit.ACCOUNT, account));
    for (Key key : keys) {
      Bucket bucket = buckets.get(key, this::bucket);
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        allowed.giveBack();
        return new Answer.TooMany(
            key.limit(),
            Duration.ofNanos(probe.getNanosToWaitForRefill()),
            Duration.ofNanos(probe.getNanosToWaitForReset()));
      }
      allowed.taken().add(bucket);
    }
    return allowed;
  }

  private Bucket bucket(Key key) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(key.limit().most())
                    .refillGreedy(key.limit().most(), key.limit().window()))
        .withCustomTimePrecision(time)
        .build();
  }

  /** One household has all of a /64 of IPv6, so its addresses count as one. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String[] groups = address.split("::", 2)[0].split(":", -1);
    return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
  }

  /** Goes on when the clock is set back; a limit that was reached would else hold for as long. */
  private static final class ClockMeter implements TimeMeter {
    private final Clock clock;
    private long last;
    private long passed;

    ClockMeter(Clock clock) {
      this.clock = clock;
      this.last = clock.millis();
    }

    @Override
    public synchronized long currentTimeNanos() {
      long now = clock.millis();
      passed += Math.max(0, now - last);
      last = now;
      return TimeUnit.MILLISECONDS.toNanos(passed);
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
