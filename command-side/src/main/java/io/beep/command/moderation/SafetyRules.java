package io.beep.command.moderation;

import io.beep.command.shared.FilteredWords;
import io.beep.command.shared.Texts;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.WordAction;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be filtered. */
final class SafetyRules {

  static final int WORD_MOST = 100;

  private SafetyRules() {}

  /**
   * The words as they are kept, each once.
   *
   * @param others that are kept already
   */
  static List<String> requireWords(List<String> words, List<String> others) {
    List<String> kept =
        words.stream()
            .map(Texts::trimmed)
            .distinct()
            .filter(word -> !others.contains(word))
            .toList();
    kept.forEach(SafetyRules::requireWord);
    return kept;
  }

  private static void requireWord(String word) {
    if (Texts.length(word) > WORD_MOST
        || !VisibleText.isName(word)
        || !FilteredWords.canBeFound(word)) {
      throw new DomainException(new SafetyError.WordInvalid(shortened(word), WORD_MOST));
    }
  }

  private static String shortened(String word) {
    return Texts.length(word) <= WORD_MOST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, WORD_MOST)) + "\u2026";
  }

  /** What happens to a message by each word, once some are filtered otherwise or not any more. */
  static Map<String, String> edited(
      Map<String, String> words,
      List<String> blocked,
      List<String> reported,
      List<String> allowed) {
    Map<String, String> edited = new LinkedHashMap<>(words);
    edited.keySet().removeAll(allowed);
    reported.forEach(word -> edited.put(word, WordAction.REPORT.wireName()));
    blocked.forEach(word -> edited.put(word, WordAction.BLOCK.wireName()));
    return edited;
  }

  static void requireFew(int words) {
    if (words > Quotas.FORBIDDEN_WORDS_OF_A_SERVER) {
      throw new DomainException(new SafetyError.TooManyWords(Quotas.FORBIDDEN_WORDS_OF_A_SERVER));
    }
  }
}
