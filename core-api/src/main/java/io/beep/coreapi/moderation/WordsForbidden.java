package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * From now on messages with these words or phrases are refused, or reported; words of the filter
 * that were treated otherwise are treated so now.
 *
 * @param words as they were typed; {@code *} at an end stands for any letters there
 * @param action {@code block} or {@code report}
 */
@Revision("1")
public record WordsForbidden(
    ServerId serverId, List<String> words, String action, UserId forbiddenBy)
    implements SafetyEvent {

  public WordsForbidden {
    words = List.copyOf(words);
  }
}
