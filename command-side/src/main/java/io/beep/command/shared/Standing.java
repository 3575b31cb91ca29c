package io.beep.command.shared;

import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.List;
import java.util.Set;

/**
 * Where someone stands in a server: what they may do, and which roles stand beneath them. Nobody
 * touches what stands at or above their own highest role, nor hands out or takes away what they may
 * not do themselves; the owner stands above all.
 */
public final class Standing {

  private static final int ABOVE_ALL = -1;

  private final ServerState server;
  private final PermissionSet permissions;
  private final int place;

  /**
   * @param permissions of this user, in the server or in one of its channels
   * @param roles of this user
   */
  Standing(ServerState server, UserId user, Set<RoleId> roles, PermissionSet permissions) {
    this.server = server;
    this.permissions = permissions;
    this.place = place(server, user, roles);
  }

  /** That of the highest role: 0 for the highest of all, behind the last for who has none. */
  private static int place(ServerState server, UserId user, Set<RoleId> roles) {
    return server.access().ownerId().equals(user)
        ? ABOVE_ALL
        : roles.stream().mapToInt(server::placeOf).min().orElse(server.order().size());
  }

  /** How many of the highest roles must stay where they are: all down to one's own. */
  public int fixed() {
    return Math.min(place + 1, server.order().size());
  }

  /** Lets pass when the role stands beneath; that of everyone stands beneath all others. */
  public void requireAbove(RoleId role) {
    requireAbove(server.placeOf(role));
  }

  /** Lets pass when each role of the other one stands beneath, and they are not the owner. */
  public void requireAbove(UserId other, Set<RoleId> roles) {
    requireAbove(place(server, other, roles));
  }

  /** Lets pass who stands above a role that is to stand at this place of the order. */
  public void requireAbovePlace(int wished) {
    requireAbove(wished);
  }

  private void requireAbove(int other) {
    if (other <= place) {
      throw new DomainException(new RoleError.NotBeneath());
    }
  }

  /** Whether one may do it. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether one may give the role to someone, at all and as high as it stands. */
  public boolean mayGive(RoleId role) {
    PermissionSet allowed = server.access().roles().get(role);
    return may(Permission.MANAGE_ROLES)
        && allowed != null
        && !role.equals(RoleId.everyone(server.access().serverId()))
        && server.placeOf(role) > place
        && permissions.containsAll(allowed);
  }

  /** Lets pass who may do all of it themselves. */
  public void requireAll(PermissionSet needed) {
    PermissionSet missing = needed.minus(permissions);
    for (Permission permission : Permission.values()) {
      if (missing.contains(permission)) {
        throw new DomainException(new CommonError.Forbidden(permission.name()));
      }
    }
  }

  /** Whether a member with these roles may do everything in the server. */
  public boolean areAdministrators(Set<RoleId> roles) {
    PermissionSet allowed = server.access().everyone();
    for (RoleId role : roles) {
      allowed = allowed.plus(server.access().roles().getOrDefault(role, PermissionSet.NONE));
    }
    return allowed.contains(Permission.ADMINISTRATOR);
  }

  /** Those of the roles that are still there, the highest first. */
  public List<RoleId> known(Set<RoleId> roles) {
    return server.order().stream().filter(roles::contains).toList();
  }

  /** Lets pass who may give the role to someone, or take it from them. */
  public void requireToHandOut(RoleId role) {
    PermissionSet allowed = server.access().roles().get(role);
    if (allowed == null) {
      throw new DomainException(new CommonError.NotFound("role"));
    }
    if (role.equals(RoleId.everyone(server.access().serverId()))) {
      throw new DomainException(new RoleError.EveryoneFixed());
    }
    requireAbove(role);
    requireAll(allowed);
  }
}
