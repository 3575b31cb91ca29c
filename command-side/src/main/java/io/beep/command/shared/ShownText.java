package io.beep.command.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * What people see of a text that was written in Markdown, as far as it matters to what looks for
 * words and links in it: {@code st*ea*m} and {@code st&#101;am} are both shown as {@code steam}. It
 * does not tell what is marked up from what only looks so; where that is open a text has several
 * readings, and one of them is enough.
 */
final class ShownText {

  private static final int NONE = -1;
  private static final int NEXT_LINE = 0x85;

  private ShownText() {}

  /**
   * With what is escaped and what is written by name or number as the characters themselves; marks
   * stay.
   */
  static String decoded(String source) {
    return hasReferences(source) ? read(source, false, false) : source;
  }

  /** As it was typed, and then as it may be shown, if that is something else. */
  static List<String> readings(String source) {
    boolean marked = hasMarks(source);
    if (!marked && !hasReferences(source)) {
      return List.of(source);
    }
    List<String> readings = new ArrayList<>();
    readings.add(source);
    if (hasReferences(source)) {
      readings.add(read(source, false, false));
    }
    if (marked) {
      readings.add(read(source, true, false));
      if (source.contains("](") || source.contains("][")) {
        readings.add(read(source, true, true));
      }
    }
    return readings;
  }

  private static boolean hasReferences(String source) {
    return source.indexOf('&') >= 0 || source.indexOf('\\') >= 0;
  }

  private static boolean hasMarks(String source) {
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '*', '_', '`', '~', '|', '[' -> {
          return true;
        }
        default -> {
          // Goes on.
        }
      }
    }
    return false;
  }

  /**
   * @param joined without marks, so that they part no word
   * @param withoutTargets without what links lead to
   */
  private static String read(String source, boolean joined, boolean withoutTargets) {
    StringBuilder shown = new StringBuilder(source.length());
    LinkTargets targets = new LinkTargets(source);
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '\\' && isPunctuation(charAt(source, i + 1))) {
        shown.append(source.charAt(i + 1));
        i += 2;
      } else if (c == '&') {
        i = decode(source, i, shown);
      } else if (c == ']' && withoutTargets) {
        i = targets.behind(i + 1);
      } else {
        if (!joined || !isMark(source, i)) {
          shown.append(c);
        }
        i++;
      }
    }
    return shown.toString();
  }

  private static int decode(String source, int at, StringBuilder shown) {
    int end = CharacterReferences.endOf(source, at);
    String characters = end == NONE ? null : CharacterReferences.decode(source.substring(at, end));
    shown.append(characters == null ? "&" : characters);
    return characters == null ? at + 1 : end;
  }

  /** Whether nothing is shown of it where it marks something up. */
  private static boolean isMark(String source, int at) {
    return switch (source.charAt(at)) {
      case '*', '`', '[', ']' -> true;
      case '!' -> charAt(source, at + 1) == '[';
      case '~' -> charAt(source, at - 1) == '~' || charAt(source, at + 1) == '~';
      case '|' -> charAt(source, at - 1) == '|' || charAt(source, at + 1) == '|';
      // Within a word it is a letter.
      case '_' ->
          !Character.isLetterOrDigit(charAt(source, at - 1))
              || !Character.isLetterOrDigit(charAt(source, at + 1));
      default -> false;
    };
  }

  private static char charAt(String source, int at) {
    return at < 0 || at >= source.length() ? ' ' : source.charAt(at);
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  /** Whether nothing is shown of it and it parts nothing either. */
  static boolean hasNoShape(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      case Character.CONTROL -> !Character.isWhitespace(c) && c != NEXT_LINE;
      default -> isFiller(c);
    };
  }

  /** Letters for none, and what is kept for marks to come. */
  private static boolean isFiller(int c) {
    return c == 0x115f
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0
        || c == 0x2065
        || (c >= 0xfff0 && c <= 0xfff8)
        || (c >= 0xe0000 && c <= 0xe0fff);
  }
}
