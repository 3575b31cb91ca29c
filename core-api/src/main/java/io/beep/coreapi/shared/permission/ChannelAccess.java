package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Map;

/**
 * What of a channel decides permissions: its own overwrites, or those of its folder while it has
 * none.
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
}
