package io.beep.gateway.feed.presence;

import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How someone is shown to others. */
public enum Presence {
  ONLINE,
  IDLE,
  DND,
  OFFLINE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What is shown of someone.
   *
   * @param chosen null while that is not known, and then nothing is shown: perhaps they are
   *     invisible
   * @param connected whether any of their devices is there
   * @param active whether any of those is being used
   */
  static Presence of(@Nullable Status chosen, boolean connected, boolean active) {
    if (!connected || chosen == null) {
      return OFFLINE;
    }
    return switch (chosen) {
      case INVISIBLE -> OFFLINE;
      case DND -> DND;
      case IDLE -> IDLE;
      case ONLINE -> active ? ONLINE : IDLE;
    };
  }
}
