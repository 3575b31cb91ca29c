package io.beep.query.permission;

import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.AccessPicture;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.query.permission.PreviewReads.Server;
import io.beep.query.shared.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may look at what a change would do, and that it is about what there is. */
final class PreviewRights {

  private PreviewRights() {}

  static Server requireSeen(List<Server> found) {
    if (found.isEmpty() || (found.getFirst().asking() == null && !found.getFirst().isPublic())) {
      throw Refusals.notFound("server");
    }
    return found.getFirst();
  }

  static boolean sees(Server server, ChannelAccess channel, Instant now) {
    return may(server, channel, now).contains(Permission.VIEW_CHANNEL);
  }

  /** Lets pass who manages roles where the change would be made. */
  static void requireManager(
      Server server, AccessPicture picture, AccessChange change, Instant now) {
    PermissionSet permissions =
        switch (change) {
          case AccessChange.OverwriteSet set -> inChannel(server, picture, set.channelId(), now);
          case AccessChange.OverwriteRemoved removed ->
              inChannel(server, picture, removed.channelId(), now);
          case AccessChange.ChannelSynced synced ->
              inChannel(server, picture, synced.channelId(), now);
          case AccessChange.RolePermissionsSet _,
              AccessChange.RoleDeleted _,
              AccessChange.RoleGiven _,
              AccessChange.RoleTaken _ ->
              may(server, null, now);
        };
    if (!permissions.contains(Permission.MANAGE_ROLES)) {
      throw Refusals.missing(Permission.MANAGE_ROLES);
    }
  }

  private static PermissionSet inChannel(
      Server server, AccessPicture picture, ChannelId channel, Instant now) {
    if (!picture.channels().containsKey(channel) || !sees(server, picture.counting(channel), now)) {
      throw Refusals.notFound("channel");
    }
    return may(server, picture.counting(channel), now);
  }

  private static PermissionSet may(Server server, @Nullable ChannelAccess channel, Instant now) {
    return Permissions.effective(server.access(), server.asking(), channel, now);
  }

  static void requireKnown(Server server, AccessPicture picture, AccessChange change) {
    switch (change) {
      case AccessChange.RolePermissionsSet set -> requireRole(server, set.roleId());
      case AccessChange.RoleDeleted deleted -> requireOrdinary(server, deleted.roleId());
      case AccessChange.RoleGiven given -> requireOrdinary(server, given.roleId());
      case AccessChange.RoleTaken taken -> requireOrdinary(server, taken.roleId());
      case AccessChange.OverwriteSet set -> requireTarget(server, set.kind(), set.targetId());
      case AccessChange.OverwriteRemoved removed ->
          requireTarget(server, removed.kind(), removed.targetId());
      case AccessChange.ChannelSynced synced -> {
        AccessPicture.Place place = picture.channels().get(synced.channelId());
        if (place == null || place.folder() == null) {
          throw new DomainException(new ChannelError.NotInFolder());
        }
      }
    }
  }

  private static void requireRole(Server server, RoleId role) {
    if (!server.access().roles().containsKey(role)) {
      throw Refusals.notFound("role");
    }
  }

  private static void requireOrdinary(Server server, RoleId role) {
    requireRole(server, role);
    if (role.equals(RoleId.everyone(server.access().serverId()))) {
      throw new DomainException(new RoleError.EveryoneFixed());
    }
  }

  private static void requireTarget(Server server, OverwriteKind kind, UUID target) {
    if (kind == OverwriteKind.ROLE && !server.access().roles().containsKey(new RoleId(target))) {
      throw Refusals.notFound("overwrite");
    }
  }
}
