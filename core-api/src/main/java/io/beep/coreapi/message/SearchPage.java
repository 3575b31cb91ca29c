package io.beep.coreapi.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were found.
 *
 * @param total how many there are in all, at least, when there are very many
 * @param cursor asks for the next page; null when this is the last
 */
public record SearchPage(List<FoundMessage> items, long total, @Nullable String cursor) {

  public SearchPage {
    items = List.copyOf(items);
  }

  /**
   * One that was found.
   *
   * @param highlights fragments of the content; what matched stands between U+E000 and U+E001, all
   *     else is as typed and must be escaped before it is shown
   */
  public record FoundMessage(MessageView message, List<String> highlights) {

    public FoundMessage {
      highlights = List.copyOf(highlights);
    }
  }
}
