package io.beep.command.shared;

import org.jspecify.annotations.Nullable;

/** How texts are measured: in code points, so that an emoji outside the BMP is one character. */
public final class Texts {

  private Texts() {}

  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** What a person would call a name: without white space around it. */
  public static String trimmed(String text) {
    return text.strip();
  }

  /** The text without white space around it, or null when nothing is left. */
  public static @Nullable String trimmedOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
