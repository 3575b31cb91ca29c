package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A server is filed under other words, or under none any more.
 *
 * @param tags all of them, in the order in which they are shown
 */
@Revision("1")
public record ServerTagged(ServerId serverId, List<String> tags, UserId taggedBy)
    implements ServerEvent {

  public ServerTagged {
    tags = List.copyOf(tags);
  }
}
