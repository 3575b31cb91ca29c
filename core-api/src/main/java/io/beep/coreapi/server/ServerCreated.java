package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A community was founded.
 *
 * @param visibility {@code public} or {@code private}
 * @param everyonePermissions names of what the role of everyone allows at first
 */
@Revision("1")
public record ServerCreated(
    ServerId serverId,
    UserId ownerId,
    String name,
    @Nullable String description,
    String visibility,
    List<String> everyonePermissions)
    implements ServerEvent {

  public ServerCreated {
    everyonePermissions = List.copyOf(everyonePermissions);
  }
}
