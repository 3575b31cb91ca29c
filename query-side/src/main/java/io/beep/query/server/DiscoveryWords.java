package io.beep.query.server;

import java.util.Arrays;
import java.util.List;

/** What someone typed to find public servers, as patterns of ILIKE. */
final class DiscoveryWords {

  static final int MOST_SERVERS = 100;

  /** Nobody names a server by more; each costs a look at every public server. */
  private static final int MOST_WORDS = 8;

  private static final int LONGEST_WORD = 100;

  private DiscoveryWords() {}

  /** Every word must be somewhere in the name or the description; none finds all. */
  static List<String> patterns(String words) {
    return Arrays.stream(words.strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
        .map(word -> "%" + escaped(word) + "%")
        .toList();
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
