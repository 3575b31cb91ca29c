package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel decides permissions: its own overwrites, or those of its folder while it is
 * synced with that.
 *
 * @param roles overwrites by role, that of everyone among them
 * @param members overwrites by member
 */
public record ChannelAccess(
    ChannelId channelId,
    ServerId serverId,
    Map<RoleId, Overwrite> roles,
    Map<UserId, Overwrite> members) {

  public ChannelAccess {
    roles = Map.copyOf(roles);
    members = Map.copyOf(members);
  }

  /** A channel that takes and gives nothing. */
  public static ChannelAccess open(ChannelId channelId, ServerId serverId) {
    return new ChannelAccess(channelId, serverId, Map.of(), Map.of());
  }

  /** A channel that only the owner, administrators and those allowed later see. */
  public static ChannelAccess hidden(ChannelId channelId, ServerId serverId) {
    return new ChannelAccess(
        channelId,
        serverId,
        Map.of(
            RoleId.everyone(serverId),
            new Overwrite(PermissionSet.NONE, PermissionSet.of(Permission.VIEW_CHANNEL))),
        Map.of());
  }

  /** What it gives to and takes from this role or member; null when there is no overwrite. */
  public @Nullable Overwrite of(OverwriteKind kind, UUID target) {
    return switch (kind) {
      case ROLE -> roles.get(new RoleId(target));
      case MEMBER -> members.get(new UserId(target));
    };
  }

  public ChannelAccess with(OverwriteKind kind, UUID target, Overwrite overwrite) {
    Map<RoleId, Overwrite> newRoles = new HashMap<>(roles);
    Map<UserId, Overwrite> newMembers = new HashMap<>(members);
    switch (kind) {
      case ROLE -> newRoles.put(new RoleId(target), overwrite);
      case MEMBER -> newMembers.put(new UserId(target), overwrite);
    }
    return new ChannelAccess(channelId, serverId, newRoles, newMembers);
  }

  public ChannelAccess without(OverwriteKind kind, UUID target) {
    Map<RoleId, Overwrite> newRoles = new HashMap<>(roles);
    Map<UserId, Overwrite> newMembers = new HashMap<>(members);
    switch (kind) {
      case ROLE -> newRoles.remove(new RoleId(target));
      case MEMBER -> newMembers.remove(new UserId(target));
    }
    return new ChannelAccess(channelId, serverId, newRoles, newMembers);
  }

  /** The same channel with the overwrites of another one, such as its folder. */
  public ChannelAccess like(ChannelAccess other) {
    return new ChannelAccess(channelId, serverId, other.roles, other.members);
  }
}
