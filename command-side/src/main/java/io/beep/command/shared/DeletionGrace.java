package io.beep.command.shared;

import java.time.Duration;

/** How long a deleted server, channel or role can be restored. */
public record DeletionGrace(Duration time) {

  /** What the app tells people. */
  public static final DeletionGrace USUAL = new DeletionGrace(Duration.ofDays(7));

  public DeletionGrace {
    if (time.isNegative()) {
      throw new IllegalArgumentException("nothing that is deleted is final before it is deleted");
    }
  }
}
