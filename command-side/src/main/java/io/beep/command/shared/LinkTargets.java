package io.beep.command.shared;

/**
 * Finds where a link's address ends in a text of Markdown. It looks no further than {@value
 * #STEPS_MOST} characters in all, so that nobody makes a text that takes long.
 */
final class LinkTargets {

  private static final int STEPS_MOST = 50_000;
  private static final int NONE = -1;

  private final String source;
  private int steps;

  LinkTargets(String source) {
    this.source = source;
  }

  /**
   * Behind the address that is in parentheses or brackets right there.
   *
   * @return the place itself when there is none
   */
  int behind(int bracket) {
    int end =
        switch (charAt(bracket)) {
          case '[' -> behind(']', bracket + 1);
          case '(' -> behindParentheses(bracket + 1);
          default -> NONE;
        };
    return end == NONE ? bracket : end;
  }

  private int behindParentheses(int from) {
    int i = from;
    if (charAt(i) == '<') {
      i = Math.max(i, behind('>', i + 1));
    }
    int open = 1;
    while (i < source.length() && steps < STEPS_MOST) {
      steps++;
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if ((c == '"' || c == '\'') && Character.isWhitespace(charAt(i - 1))) {
        i = Math.max(i, behind(c, i + 1) - 1);
      } else if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
        if (open == 0) {
          return i + 1;
        }
      }
      i++;
    }
    return NONE;
  }

  /** Behind the next such character that is not escaped; -1 for none. */
  private int behind(char wished, int from) {
    for (int i = from; i < source.length() && steps < STEPS_MOST; i++) {
      steps++;
      char c = source.charAt(i);
      if (c == wished) {
        return i + 1;
      }
      if (c == '\\') {
        i++;
      }
    }
    return NONE;
  }

  private char charAt(int at) {
    return at < 0 || at >= source.length() ? ' ' : source.charAt(at);
  }
}
