package io.beep.command.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some words and phrases that are looked for; what finds them is made for the first text. */
final class WordMatcher {

  private final List<String> words;
  private volatile @Nullable WordAutomaton automaton;

  WordMatcher(List<String> words) {
    this.words = List.copyOf(words);
  }

  /**
   * The first of the words, in the order of the list, that the text has as it was typed or as it is
   * shown; null for none.
   */
  @Nullable String find(String text) {
    WordAutomaton made = automaton;
    if (made == null) {
      made = new WordAutomaton(words);
      automaton = made;
    }
    int best = WordAutomaton.NONE;
    for (String reading : ShownText.readings(text)) {
      best = Math.min(best, made.find(reading));
    }
    return best == WordAutomaton.NONE ? null : words.get(best);
  }
}
