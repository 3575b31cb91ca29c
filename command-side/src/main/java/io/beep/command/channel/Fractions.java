package io.beep.command.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fractions between 0 and 1, written as the digits behind the point to the base of 36. Those digits
 * sort in ASCII as the numbers do, since none ends with a zero.
 */
final class Fractions {

  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int BASE = DIGITS.length();

  private Fractions() {}

  /**
   * @param low the empty text for 0
   * @param high null for 1
   * @return one that is larger than {@code low} and smaller than {@code high}
   */
  static String between(String low, @Nullable String high) {
    StringBuilder digits = new StringBuilder();
    String bound = high;
    for (int i = 0; ; i++) {
      int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
      int to = bound == null ? BASE : i < bound.length() ? DIGITS.indexOf(bound.charAt(i)) : 0;
      if (to - from > 1) {
        // Behind all others one step is enough: so many more fit in before it grows longer.
        int digit = bound == null ? from + 1 : (from + to) / 2;
        return digits.append(DIGITS.charAt(digit)).toString();
      }
      digits.append(DIGITS.charAt(from));
      if (to > from) {
        bound = null;
      }
    }
  }

  /** So many, in order and far from each other. */
  static List<String> spread(int count) {
    int width = 1;
    long room = BASE;
    while (room <= count) {
      room *= BASE;
      width++;
    }
    room *= BASE;
    width++;
    List<String> fractions = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      fractions.add(written(room * i / (count + 1), width));
    }
    return fractions;
  }

  private static String written(long number, int width) {
    StringBuilder digits = new StringBuilder();
    long rest = number;
    for (int i = 0; i < width; i++) {
      digits.insert(0, DIGITS.charAt((int) (rest % BASE)));
      rest /= BASE;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
