package io.beep.projection.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL keeps them. */
public final class Times {

  private Times() {}

  /** Cut to microseconds, which PostgreSQL keeps; left to itself it would round up at times. */
  public static OffsetDateTime toColumn(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
