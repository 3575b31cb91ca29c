package io.beep.gateway.shared.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Counts calls per user or address, for one node. */
public final class RateLimiter {

  /** The least recently seen are forgotten first; forgetting is in favour of the client. */
  private static final int MOST_BUCKETS = 200_000;

  private static final Verdict UNLIMITED = new Verdict(true, Map.of());

  /**
   * @param headers {@code X-RateLimit-*}, and {@code Retry-After} when it is not allowed
   */
  public record Verdict(boolean allowed, Map<String, String> headers) {}

  private record Owner(Limits limit, String who) {}

  private final Cache<Owner, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofHours(2))
          .build();

  private final boolean on;
  private final Clock clock;

  /**
   * @param on whether anything is limited at all; load tests switch it off
   */
  public RateLimiter(boolean on, Clock clock) {
    this.on = on;
    this.clock = clock;
  }

  public Verdict ask(Limits limit, String who) {
    if (!on || limit.period().isZero()) {
      return UNLIMITED;
    }
    ConsumptionProbe probe =
        buckets.get(new Owner(limit, who), RateLimiter::fresh).tryConsumeAndReturnRemaining(1);
    Duration full = Duration.ofNanos(probe.getNanosToWaitForReset());
    Map<String, String> headers =
        LimitHeaders.of(
            limit.size(), probe.getRemainingTokens(), full, clock.instant(), limit.bucket());
    if (!probe.isConsumed()) {
      long wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toMillis();
      headers.put(LimitHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(wait, 1000L))));
    }
    return new Verdict(probe.isConsumed(), headers);
  }

  private static Bucket fresh(Owner owner) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(owner.limit().size())
                    .refillGreedy(owner.limit().size(), owner.limit().period()))
        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
        .build();
  }
}
