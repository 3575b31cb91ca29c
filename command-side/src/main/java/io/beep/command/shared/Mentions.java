package io.beep.command.shared;

import java.util.LinkedHashSet;
import java.util.Set;

/** Whom a text calls by name, as the app shows it. */
final class Mentions {

  private static final int LETTERS_LEAST = 2;
  private static final int LETTERS_MOST = 32;

  private Mentions() {}

  /**
   * Each name once; {@code everyone} and {@code here} are names too.
   *
   * @param lower in small letters
   */
  static Set<String> in(String lower) {
    Set<String> names = new LinkedHashSet<>();
    for (int at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
      if (at > 0 && !mayStandBefore(lower.codePointBefore(at))) {
        continue;
      }
      int end = at + 1;
      while (end < lower.length() && end <= at + LETTERS_MOST && isOfName(lower.charAt(end))) {
        end++;
      }
      // What ends a sentence belongs to no name.
      while (end > at + 1 && ".-".indexOf(lower.charAt(end - 1)) >= 0) {
        end--;
      }
      if (end - at - 1 >= LETTERS_LEAST) {
        names.add(lower.substring(at + 1, end));
      }
    }
    return names;
  }

  private static boolean mayStandBefore(int c) {
    return !Character.isLetterOrDigit(c) && "_@/.-".indexOf(c) < 0;
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".-_".indexOf(c) >= 0;
  }
}
