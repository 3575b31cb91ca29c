package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Map;

/**
 * What of a server decides permissions.
 *
 * @param roles every role with what it allows, {@link RoleId#everyone} among them
 */
public record ServerAccess(ServerId serverId, UserId ownerId, Map<RoleId, PermissionSet> roles) {

  public ServerAccess {
    roles = Map.copyOf(roles);
  }

  public PermissionSet everyone() {
    return roles.getOrDefault(RoleId.everyone(serverId), PermissionSet.NONE);
  }
}
