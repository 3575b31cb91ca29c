package io.beep.app.operations.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A look that several gauges of one scrape share.
 *
 * @param <T> what is seen
 */
public final class Sampled<T> implements Supplier<T> {

  private final Supplier<T> look;
  private final long freshNanos;
  private @Nullable T seen;
  private long seenAt;

  /**
   * @param fresh how long what was seen is good enough
   */
  public Sampled(Supplier<T> look, Duration fresh) {
    this.look = look;
    this.freshNanos = fresh.toNanos();
  }

  @Override
  public synchronized T get() {
    T present = seen;
    long now = System.nanoTime();
    if (present == null || now - seenAt > freshNanos) {
      present = look.get();
      seen = present;
      seenAt = now;
    }
    return present;
  }
}
