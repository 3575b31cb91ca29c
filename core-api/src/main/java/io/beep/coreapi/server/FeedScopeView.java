package io.beep.coreapi.server;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user may see of the event stream after {@code position}.
 *
 * @param deleted the servers that the user was in when they were deleted, and will be in again when
 *     they are restored
 * @param position the place in the event stream up to which the answer knows everything
 */
public record FeedScopeView(List<Membership> memberships, List<ServerId> deleted, long position) {

  public FeedScopeView {
    memberships = List.copyOf(memberships);
    deleted = List.copyOf(deleted);
  }

  /** Of someone none of whose servers is deleted. */
  public FeedScopeView(List<Membership> memberships, long position) {
    this(memberships, List.of(), position);
  }

  /** One server that the user is in, with every channel of it, also those that they may not see. */
  public record Membership(ServerAccess server, MemberAccess member, List<Channel> channels) {

    public Membership {
      channels = List.copyOf(channels);
    }

    /**
     * What decides in the channel: its own overwrites, or those of its folder while it is synced.
     *
     * @return null when there is no such channel, or its folder is gone and it with that
     */
    public @Nullable ChannelAccess access(ChannelId channelId) {
      Channel channel = channel(channelId);
      if (channel == null || channel.syncedWith() == null) {
        return channel == null ? null : channel.own();
      }
      Channel folder = channel(channel.syncedWith());
      return folder == null ? null : channel.own().like(folder.own());
    }

    private @Nullable Channel channel(ChannelId channelId) {
      return channels.stream()
          .filter(channel -> channel.own().channelId().equals(channelId))
          .findAny()
          .orElse(null);
    }
  }

  /**
   * A channel, with what it gives and takes itself.
   *
   * @param syncedWith the folder whose overwrites count in the place of its own; null when its own
   *     do
   */
  public record Channel(ChannelAccess own, @Nullable ChannelId syncedWith) {}
}
