package io.beep.query.message;

import io.beep.coreapi.message.SearchError;
import io.beep.coreapi.shared.DomainException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What someone typed to find messages. Each term must be in a message: a word in any of its forms,
 * a phrase as it stands.
 */
record SearchWords(List<Term> terms) {

  static final int MOST_CHARACTERS = 200;

  /** A quote that is never closed is none. */
  private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

  SearchWords {
    terms = List.copyOf(terms);
  }

  sealed interface Term {
    String text();
  }

  record Word(String text) implements Term {}

  record Phrase(String text) implements Term {}

  /**
   * @return without terms when nothing of it can be searched, as with dots alone
   */
  static SearchWords parse(String typed) {
    String words = typed.strip();
    if (words.isEmpty() || words.codePointCount(0, words.length()) > MOST_CHARACTERS) {
      throw new DomainException(new SearchError.WordsInvalid(MOST_CHARACTERS));
    }
    List<Term> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(words);
    while (matcher.find()) {
      String phrase = matcher.group(1);
      Term term = phrase == null ? new Word(matcher.group(2)) : new Phrase(phrase.strip());
      if (term.text().codePoints().anyMatch(SearchWords::isSearched)) {
        terms.add(term);
      }
    }
    return new SearchWords(terms);
  }

  /** Punctuation is not in the index: a term of nothing else would never be found. */
  private static boolean isSearched(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || Character.isEmoji(codePoint);
  }
}
