package io.beep.coreapi.shared;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 as in RFC 9562: 48 bits of milliseconds, a 12-bit counter, 62 random bits.
 *
 * <p>Ids of one generator never go backwards: when the clock does, or when one millisecond needs
 * more than 4096 ids, the counter runs on into the next millisecond.
 */
public final class UuidV7Generator implements IdGenerator {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicLong last = new AtomicLong();

  /**
   * @param random shared by all threads, so it must be safe for them
   */
  public UuidV7Generator(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Goes on after an id that was given before a restart, since when the clock may have been set
   * back.
   *
   * @param given a UUIDv7
   */
  public void continueAfter(UUID given) {
    long stamp =
        given.getMostSignificantBits() >>> 16 << COUNTER_BITS
            | given.getMostSignificantBits() & COUNTER_MASK;
    last.accumulateAndGet(stamp, Math::max);
  }

  @Override
  public UUID next() {
    long earliest = clock.millis() << COUNTER_BITS;
    long stamp = last.updateAndGet(previous -> Math.max(previous + 1, earliest));
    long millis = stamp >>> COUNTER_BITS;
    long counter = stamp & COUNTER_MASK;
    return new UUID(millis << 16 | VERSION_7 | counter, VARIANT | random.nextLong() & RANDOM_MASK);
  }
}
