package io.beep.gateway.shared.bus;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The furthest place of the event stream that anyone may have learnt of through this node, from an
 * acknowledged command or from the feed. Every read waits until it knows that place, so whoever was
 * told of a write, by whichever way, finds it.
 *
 * <p>One number for all users: it is never behind what one of them was told.
 */
public final class KnownPosition {

  /** Nothing is known yet. */
  public static final long NONE = -1;

  private final AtomicLong position = new AtomicLong(NONE);

  public long get() {
    return position.get();
  }

  public void advanceTo(long known) {
    // Mostly it is known already; a plain read keeps the cache line shared.
    if (known > position.get()) {
      position.accumulateAndGet(known, Math::max);
    }
  }
}
