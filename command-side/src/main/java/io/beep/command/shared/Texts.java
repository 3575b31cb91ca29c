package io.beep.command.shared;

import io.beep.coreapi.shared.VisibleText;
import org.jspecify.annotations.Nullable;

/** How texts are measured: in code points, so that an emoji outside the BMP is one character. */
public final class Texts {

  private Texts() {}

  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Whether it can be a name of at most this many characters, one that says on one line what it is.
   */
  public static boolean isName(String trimmed, int most) {
    return VisibleText.isName(trimmed) && length(trimmed) <= most;
  }

  /** What a person would call a name: without white space around it. */
  public static String trimmed(String text) {
    return text.strip();
  }

  /** The text without white space around it, or null when nothing is left. */
  public static @Nullable String trimmedOrNull(@Nullable String text) {
    return text == null || VisibleText.isBlank(text) ? null : text.strip();
  }
}
