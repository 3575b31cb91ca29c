package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A server has one more role. It stands beneath all others, and above that of everyone alone.
 *
 * @param colour {@code #rrggbb} in small letters; null for none
 * @param permissions names of what it allows
 */
@Revision("1")
public record RoleCreated(
    ServerId serverId,
    RoleId roleId,
    String name,
    @Nullable String colour,
    List<String> permissions,
    UserId createdBy)
    implements RoleEvent {

  public RoleCreated {
    permissions = List.copyOf(permissions);
  }
}
