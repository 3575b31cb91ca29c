package io.beep.command.shared;

import java.time.Duration;

/** How long a deleted server can be restored. */
public record DeletionGrace(Duration time) {

  /** What the app tells people. */
  public static final DeletionGrace USUAL = new DeletionGrace(Duration.ofDays(7));

  public DeletionGrace {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a deleted server cannot be final before it is deleted");
    }
  }
}
