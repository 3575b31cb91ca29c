package io.beep.app.axon;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Runs on evenly from the time at which it was made, whatever becomes of the clock of the machine:
 * for measuring how long something takes by a part that asks for a {@link Clock}.
 */
final class SteadyClock extends Clock {

  private final Instant began = Instant.now();
  private final long beganNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return began.plusNanos(System.nanoTime() - beganNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it measures time and shows none");
  }
}
