package io.beep.command.server;

import io.beep.command.shared.Texts;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.DomainException;
import org.jspecify.annotations.Nullable;

/** What may be written about a server. */
final class ServerRules {

  static final int NAME_LEAST = 1;
  static final int NAME_MOST = 100;
  static final int DESCRIPTION_MOST = 500;

  private ServerRules() {}

  /** The name as it is kept. */
  static String requireName(String name) {
    String trimmed = Texts.trimmed(name);
    if (!Texts.isName(trimmed, NAME_MOST)) {
      throw new DomainException(new ServerError.NameInvalid(NAME_LEAST, NAME_MOST));
    }
    return trimmed;
  }

  /** The description as it is kept, null when it says nothing. */
  static @Nullable String requireDescription(@Nullable String description) {
    String trimmed = Texts.trimmedOrNull(description);
    if (trimmed != null && Texts.length(trimmed) > DESCRIPTION_MOST) {
      throw new DomainException(new ServerError.DescriptionTooLong(DESCRIPTION_MOST));
    }
    return trimmed;
  }
}
