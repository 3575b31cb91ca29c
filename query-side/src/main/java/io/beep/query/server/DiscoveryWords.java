package io.beep.query.server;

import java.util.Arrays;
import java.util.List;

/** What someone typed to find public servers. */
final class DiscoveryWords {

  static final int MOST_SERVERS = 100;

  /** Nobody names a server by more; each costs a look through the index. */
  private static final int MOST_WORDS = 8;

  private static final int LONGEST_WORD = 50;

  private DiscoveryWords() {}

  /** Without what is punctuation alone: the index has none, so it would never be found. */
  static List<String> of(String typed) {
    return Arrays.stream(typed.strip().split("\\s+", -1))
        .filter(word -> word.codePoints().anyMatch(DiscoveryWords::isSearched))
        .limit(MOST_WORDS)
        .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
        .toList();
  }

  /** Whether something was typed of which nothing can be found. */
  static boolean isHopeless(String typed) {
    return !typed.isBlank() && of(typed).isEmpty();
  }

  private static boolean isSearched(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || Character.isEmoji(codePoint);
  }
}
