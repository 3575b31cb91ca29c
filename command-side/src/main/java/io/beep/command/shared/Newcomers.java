package io.beep.command.shared;

import java.util.Locale;

/** What a new member does not post yet. */
final class Newcomers {

  /** Seconds between two messages of a new member in a channel. */
  static final int PACE = 10;

  private Newcomers() {}

  /** Whether it has a link, or calls everyone. */
  static boolean isTooMuch(String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    return lower.contains("://")
        || lower.contains("www.")
        || lower.contains("](")
        || lower.contains("mailto:")
        || lower.contains("@everyone")
        || lower.contains("@here");
  }
}
