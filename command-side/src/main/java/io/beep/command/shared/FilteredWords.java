package io.beep.command.shared;

/** Which words a filter can look for. */
public final class FilteredWords {

  /** With fewer nearly every message has it. */
  private static final int LETTERS_WITH_MORE = 2;

  private static final String MORE = "*";

  private FilteredWords() {}

  /** Whether it has letters or digits, and {@code *} at its ends only. */
  public static boolean canBeFound(String word) {
    int from = word.startsWith(MORE) ? 1 : 0;
    int to = word.endsWith(MORE) && word.length() > from ? word.length() - 1 : word.length();
    String bare = word.substring(from, to);
    int letters = FoldedText.of(bare).replace(" ", "").length();
    return !bare.contains(MORE) && letters >= (bare.equals(word) ? 1 : LETTERS_WITH_MORE);
  }
}
