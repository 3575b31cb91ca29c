package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.HashMap;
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

  public ServerAccess ownedBy(UserId owner) {
    return new ServerAccess(serverId, owner, roles);
  }

  /** With this role, which allows this and nothing else. */
  public ServerAccess with(RoleId role, PermissionSet permissions) {
    Map<RoleId, PermissionSet> more = new HashMap<>(roles);
    more.put(role, permissions);
    return new ServerAccess(serverId, ownerId, more);
  }

  public ServerAccess without(RoleId role) {
    Map<RoleId, PermissionSet> fewer = new HashMap<>(roles);
    fewer.remove(role);
    return new ServerAccess(serverId, ownerId, fewer);
  }
}
