package io.beep.command.moderation;

import io.beep.command.shared.Texts;
import io.beep.coreapi.moderation.ReportError;
import io.beep.coreapi.shared.DomainException;
import org.jspecify.annotations.Nullable;

/** What may be written in reports and in answers to them. */
final class ReportRules {

  static final int TEXT_MOST = 1000;
  static final int NOTE_MOST = 512;

  private ReportRules() {}

  /** The text as it is kept, null when it says nothing. */
  static @Nullable String requireText(@Nullable String text) {
    String trimmed = Texts.trimmedOrNull(text);
    if (trimmed != null && Texts.length(trimmed) > TEXT_MOST) {
      throw new DomainException(new ReportError.TextTooLong(TEXT_MOST));
    }
    return trimmed;
  }

  /** The note as it is kept, null when it says nothing. */
  static @Nullable String requireNote(@Nullable String note) {
    String trimmed = Texts.trimmedOrNull(note);
    if (trimmed != null && Texts.length(trimmed) > NOTE_MOST) {
      throw new DomainException(new ReportError.NoteTooLong(NOTE_MOST));
    }
    return trimmed;
  }
}
