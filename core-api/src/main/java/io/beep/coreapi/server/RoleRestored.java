package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A deleted role is back as it was. Whoever had it and is still in the server has it again, and
 * what channels give to it and take from it counts again.
 *
 * @param colour {@code #rrggbb} in small letters; null for none
 * @param permissions names of what it allows
 * @param order every role but that of everyone, the highest first, this one among them
 */
@Revision("1")
public record RoleRestored(
    ServerId serverId,
    RoleId roleId,
    String name,
    @Nullable String colour,
    List<String> permissions,
    List<RoleId> order,
    UserId restoredBy)
    implements RoleEvent {

  public RoleRestored {
    permissions = List.copyOf(permissions);
    order = List.copyOf(order);
  }
}
