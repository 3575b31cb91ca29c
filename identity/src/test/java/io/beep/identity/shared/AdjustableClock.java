package io.beep.identity.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Goes as fast as a test says: never by itself. Starts now, because tokens are checked by now. */
public final class AdjustableClock extends Clock {

  // PostgreSQL keeps microseconds.
  private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
