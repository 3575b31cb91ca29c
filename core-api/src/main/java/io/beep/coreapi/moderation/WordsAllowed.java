package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** These words are in the filter of the server no more. */
@Revision("1")
public record WordsAllowed(ServerId serverId, List<String> words, UserId allowedBy)
    implements SafetyEvent {

  public WordsAllowed {
    words = List.copyOf(words);
  }
}
