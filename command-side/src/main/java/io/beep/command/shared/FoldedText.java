package io.beep.command.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A text without case, accents and marks, as search folds it: words of letters and digits with one
 * space before and after each. What has no shape is left out, so that it parts no word.
 */
final class FoldedText {

  /** What has an accent that is no mark of its own. */
  private static final Map<Integer, String> LETTERS =
      Map.of(
          (int) '\u00df',
          "ss",
          (int) '\u00e6',
          "ae",
          (int) '\u0153',
          "oe",
          (int) '\u00f8',
          "o",
          (int) '\u0142',
          "l",
          (int) '\u0111',
          "d",
          (int) '\u0131',
          "i",
          (int) '\u00f0',
          "d",
          (int) '\u00fe',
          "th");

  private static final char SPACE = ' ';

  private FoldedText() {}

  /** Empty, or {@code " word word "}. */
  static String of(String text) {
    String plain =
        Normalizer.isNormalized(text, Normalizer.Form.NFKD)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKD);
    String lower = plain.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length() + 2);
    boolean apart = true;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (ShownText.hasNoShape(c)) {
        continue;
      }
      if (Character.isLetterOrDigit(c)) {
        if (apart) {
          folded.append(SPACE);
          apart = false;
        }
        String letters = LETTERS.get(c);
        if (letters == null) {
          folded.appendCodePoint(c);
        } else {
          folded.append(letters);
        }
      } else {
        apart = true;
      }
    }
    return folded.isEmpty() ? "" : folded.append(SPACE).toString();
  }
}
