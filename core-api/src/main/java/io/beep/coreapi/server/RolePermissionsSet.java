package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A role allows something else; that of everyone can be it too.
 *
 * @param permissions names of all that it allows from here on
 */
@Revision("1")
public record RolePermissionsSet(
    ServerId serverId, RoleId roleId, List<String> permissions, UserId setBy) implements RoleEvent {

  public RolePermissionsSet {
    permissions = List.copyOf(permissions);
  }
}
