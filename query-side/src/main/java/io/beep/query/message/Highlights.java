package io.beep.query.message;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fragments of a message in which what matched stands between {@link #BEGIN} and {@link #END}. A
 * message is searched as it stands and by its stems, and each of these marks the same text in its
 * own way; here they become one.
 */
final class Highlights {

  /** Of Unicode's private use: nobody types them, and a fragment never has them otherwise. */
  static final char BEGIN = '\uE000';

  static final char END = '\uE001';

  private static final int MOST_FRAGMENTS = 3;

  /** Before a match, in characters; the rest of a fragment stands after it. */
  private static final int LEAD = 60;

  private static final int LENGTH = 200;

  private Highlights() {}

  /**
   * @param content as it was typed
   * @param marked the whole content, once for each way in which it was searched, with marks
   */
  static List<String> of(String content, List<String> marked) {
    if (content.indexOf(BEGIN) >= 0 || content.indexOf(END) >= 0) {
      return List.of();
    }
    BitSet matched = new BitSet(content.length());
    marked.forEach(one -> addMarks(matched, one));
    List<String> fragments = new ArrayList<>();
    int next = matched.nextSetBit(0);
    while (next >= 0 && next < content.length() && fragments.size() < MOST_FRAGMENTS) {
      int from = wordBefore(content, next - LEAD);
      int to = wordAfter(content, Math.max(from + LENGTH, matched.nextClearBit(next)));
      fragments.add(fragment(content, matched, from, to));
      next = matched.nextSetBit(to);
    }
    return fragments;
  }

  private static void addMarks(BitSet matched, String marked) {
    int place = 0;
    int begin = -1;
    for (int i = 0; i < marked.length(); i++) {
      switch (marked.charAt(i)) {
        case BEGIN -> begin = place;
        case END -> {
          if (begin >= 0) {
            matched.set(begin, place);
          }
          begin = -1;
        }
        default -> place++;
      }
    }
  }

  private static String fragment(String content, BitSet matched, int from, int to) {
    StringBuilder fragment = new StringBuilder();
    int place = from;
    while (place < to) {
      boolean isMatch = matched.get(place);
      int end = isMatch ? matched.nextClearBit(place) : matched.nextSetBit(place);
      int until = end < 0 ? to : Math.min(end, to);
      if (isMatch) {
        fragment.append(BEGIN).append(content, place, until).append(END);
      } else {
        fragment.append(content, place, until);
      }
      place = until;
    }
    return fragment.toString();
  }

  /** The beginning of a word at or before the place, as long as one is near. */
  private static int wordBefore(String content, int place) {
    if (place <= 0) {
      return 0;
    }
    for (int i = place; i > Math.max(0, place - LEAD); i--) {
      if (Character.isWhitespace(content.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isLowSurrogate(content.charAt(place)) ? place - 1 : place;
  }

  /** The end of a word at or after the place, as long as one is near. */
  private static int wordAfter(String content, int place) {
    if (place >= content.length()) {
      return content.length();
    }
    for (int i = place; i < Math.min(content.length(), place + LEAD); i++) {
      if (Character.isWhitespace(content.charAt(i))) {
        return i;
      }
    }
    if (place + LEAD >= content.length()) {
      return content.length();
    }
    return Character.isLowSurrogate(content.charAt(place)) ? place + 1 : place;
  }
}
