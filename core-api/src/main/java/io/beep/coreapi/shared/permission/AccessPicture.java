package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All of a server that decides what its members may do, at one moment.
 *
 * @param channels folders among them
 */
public record AccessPicture(ServerAccess server, Map<ChannelId, Place> channels) {

  public AccessPicture {
    channels = Map.copyOf(channels);
  }

  /**
   * A channel in its folder.
   *
   * @param own overwrites
   * @param folder that holds it; null when none does
   * @param synced whether the overwrites of its folder count, and not its own
   */
  public record Place(ChannelAccess own, @Nullable ChannelId folder, boolean synced) {}

  /** The overwrites that count in a channel. A folder that is gone has none. */
  public ChannelAccess counting(ChannelId channelId) {
    Place place = place(channelId);
    if (!place.synced() || place.folder() == null) {
      return place.own();
    }
    Place folder = channels.get(place.folder());
    return folder == null
        ? ChannelAccess.open(channelId, server.serverId())
        : place.own().like(folder.own());
  }

  /** How it is after a change; what only concerns a member changes nothing here. */
  public AccessPicture after(AccessChange change) {
    return switch (change) {
      case AccessChange.RolePermissionsSet set ->
          new AccessPicture(server.with(set.roleId(), set.permissions()), channels);
      case AccessChange.RoleDeleted deleted ->
          new AccessPicture(server.without(deleted.roleId()), withoutRole(deleted.roleId()));
      case AccessChange.RoleGiven _, AccessChange.RoleTaken _ -> this;
      case AccessChange.OverwriteSet set ->
          having(counting(set.channelId()).with(set.kind(), set.targetId(), set.overwrite()));
      case AccessChange.OverwriteRemoved removed ->
          having(counting(removed.channelId()).without(removed.kind(), removed.targetId()));
      case AccessChange.ChannelSynced synced -> following(synced.channelId());
    };
  }

  /** How a member is after a change. */
  public static MemberAccess after(AccessChange change, MemberAccess member) {
    return switch (change) {
      case AccessChange.RoleGiven given when given.userId().equals(member.userId()) ->
          member.with(given.roleId());
      case AccessChange.RoleTaken taken when taken.userId().equals(member.userId()) ->
          member.without(taken.roleId());
      case AccessChange.RoleDeleted deleted -> member.without(deleted.roleId());
      case AccessChange.RoleGiven _,
          AccessChange.RoleTaken _,
          AccessChange.RolePermissionsSet _,
          AccessChange.OverwriteSet _,
          AccessChange.OverwriteRemoved _,
          AccessChange.ChannelSynced _ ->
          member;
    };
  }

  private AccessPicture having(ChannelAccess own) {
    Map<ChannelId, Place> changed = new HashMap<>(channels);
    changed.put(own.channelId(), new Place(own, place(own.channelId()).folder(), false));
    return new AccessPicture(server, changed);
  }

  private AccessPicture following(ChannelId channel) {
    Map<ChannelId, Place> changed = new HashMap<>(channels);
    Place place = place(channel);
    changed.put(channel, new Place(place.own(), place.folder(), true));
    return new AccessPicture(server, changed);
  }

  private Map<ChannelId, Place> withoutRole(RoleId role) {
    Map<ChannelId, Place> changed = new HashMap<>();
    channels.forEach(
        (id, place) ->
            changed.put(
                id,
                new Place(
                    place.own().without(OverwriteKind.ROLE, role.value()),
                    place.folder(),
                    place.synced())));
    return changed;
  }

  private Place place(ChannelId channelId) {
    return Objects.requireNonNull(channels.get(channelId), "a channel of this server");
  }
}
