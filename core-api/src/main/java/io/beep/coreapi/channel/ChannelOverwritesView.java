package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.List;
import java.util.UUID;

/**
 * The overwrites that count in a channel.
 *
 * @param synced whether they are those of its folder, and follow them
 * @param items that for everyone first, then those for roles, then those for members
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ChannelOverwritesView(
    ChannelId channelId, boolean synced, List<Item> items, long position) {

  public ChannelOverwritesView {
    items = List.copyOf(items);
  }

  /** What the channel gives to and takes from the role or the user with this id. */
  public record Item(UUID id, OverwriteKind kind, PermissionSet allow, PermissionSet deny) {}
}
