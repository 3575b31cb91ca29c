package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of those who may see a channel.
 *
 * @param serverId the server of the channel
 * @param next where the next page begins, null at the end; a page may be short and not the last,
 *     when many members had to be looked at
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ChannelMemberPage(
    ServerId serverId, List<MemberView> items, @Nullable UserId next, long position) {

  public ChannelMemberPage {
    items = List.copyOf(items);
  }
}
