package io.beep.command.shared;

import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a server's stream decides who may do what.
 *
 * @param order every role but that of everyone, the highest first
 * @param deleted for ever, or until its owner restores it
 */
record ServerState(ServerAccess access, List<RoleId> order, boolean isPublic, boolean deleted) {

  ServerState {
    order = List.copyOf(order);
  }

  /** Behind the last for the role of everyone, and for one that is gone. */
  int placeOf(RoleId role) {
    int place = order.indexOf(role);
    return place < 0 ? order.size() : place;
  }

  static @Nullable ServerState fold(@Nullable ServerState state, Object event) {
    return switch (event) {
      case ServerCreated created -> born(created);
      case ServerEvent after when state != null -> state.after(after);
      default -> state;
    };
  }

  private ServerState after(ServerEvent event) {
    return switch (event) {
      case ServerDeleted ignored -> withDeleted(true);
      case ServerDeletionScheduled ignored -> withDeleted(true);
      case ServerRestored ignored -> withDeleted(false);
      case ServerDeletionStarted ignored -> this;
      case ServerDeletionAdvanced ignored -> this;
      case ServerDeletionFinished ignored -> this;
      case RoleCreated created ->
          new ServerState(
              access.with(created.roleId(), PermissionSet.named(created.permissions())),
              Stream.concat(order.stream(), Stream.of(created.roleId())).toList(),
              isPublic,
              deleted);
      case RolePermissionsSet set ->
          new ServerState(
              access.with(set.roleId(), PermissionSet.named(set.permissions())),
              order,
              isPublic,
              deleted);
      case RolesReordered reordered ->
          new ServerState(access, reordered.order(), isPublic, deleted);
      case RoleDeleted gone ->
          new ServerState(
              access.without(gone.roleId()),
              order.stream().filter(role -> !role.equals(gone.roleId())).toList(),
              isPublic,
              deleted);
      case RoleRestored restored ->
          new ServerState(
              access.with(restored.roleId(), PermissionSet.named(restored.permissions())),
              restored.order(),
              isPublic,
              deleted);
      case ServerCreated ignored -> this;
      case ServerRenamed ignored -> this;
      case ServerDescribed ignored -> this;
      case ServerTagged ignored -> this;
      case ServerVisibilitySet set ->
          new ServerState(access, order, isPublic(set.visibility()), deleted);
      case ServerPictureSet ignored -> this;
      case ServerBannerSet ignored -> this;
      case OwnershipTransferred handed ->
          new ServerState(access.ownedBy(handed.toId()), order, isPublic, deleted);
      case ArrivalEvent ignored -> this;
      case DepartureEvent ignored -> this;
      case MemberUnbanned ignored -> this;
      case TimeoutImposed ignored -> this;
      case TimeoutLifted ignored -> this;
      case RoleRenamed ignored -> this;
      case RoleRecoloured ignored -> this;
      case RoleGiven ignored -> this;
      case RoleTaken ignored -> this;
    };
  }

  private static boolean isPublic(String visibility) {
    return visibility.equals(Visibility.PUBLIC.wireName());
  }

  private ServerState withDeleted(boolean isDeleted) {
    return new ServerState(access, order, isPublic, isDeleted);
  }

  private static ServerState born(ServerCreated created) {
    return new ServerState(
        new ServerAccess(
            created.serverId(),
            created.ownerId(),
            Map.of(
                RoleId.everyone(created.serverId()),
                PermissionSet.named(created.everyonePermissions()))),
        List.of(),
        isPublic(created.visibility()),
        false);
  }
}
