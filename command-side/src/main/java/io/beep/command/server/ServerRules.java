package io.beep.command.server;

import io.beep.command.shared.Texts;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.picture.PictureId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be written about a server. */
final class ServerRules {

  static final int NAME_LEAST = 1;
  static final int NAME_MOST = 100;
  static final int DESCRIPTION_MOST = 500;
  static final int TAG_MOST = 20;

  private ServerRules() {}

  /** The name as it is kept. */
  static String requireName(String name) {
    String trimmed = Texts.trimmed(name);
    if (!Texts.isName(trimmed, NAME_MOST)) {
      throw new DomainException(new ServerError.NameInvalid(NAME_LEAST, NAME_MOST));
    }
    return trimmed;
  }

  /** As events have it. */
  static @Nullable String idOrNull(@Nullable PictureId picture) {
    return picture == null ? null : picture.value();
  }

  /** The tags as they are kept: without case, each once. */
  static List<String> requireTags(List<String> tags) {
    List<String> kept =
        tags.stream().map(tag -> Texts.trimmed(tag).toLowerCase(Locale.ROOT)).distinct().toList();
    boolean fit =
        kept.stream().mapToInt(Texts::length).allMatch(length -> length >= 1 && length <= TAG_MOST);
    if (kept.size() > Quotas.TAGS_OF_A_SERVER || !fit) {
      throw new DomainException(new ServerError.TagsInvalid(Quotas.TAGS_OF_A_SERVER, TAG_MOST));
    }
    return kept;
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
