package io.beep.command.message;

import io.beep.command.shared.Texts;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.VisibleText;

/** What may be said. */
final class MessageRules {

  static final int CONTENT_MOST = 4000;

  private MessageRules() {}

  static void requireContent(String content) {
    if (VisibleText.isBlank(content)) {
      throw new DomainException(new MessageError.Empty());
    }
    if (Texts.length(content) > CONTENT_MOST) {
      throw new DomainException(new MessageError.TooLong(CONTENT_MOST));
    }
  }
}
