package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel left the roster of its server. Nothing can be moved into it any more.
 *
 * @param withFolder the folder with which it went; null when it went by itself
 */
@Revision("1")
public record ChannelUnlisted(
    ChannelId channelId, ServerId serverId, @Nullable ChannelId withFolder)
    implements ChannelBookEvent {

  public ChannelUnlisted(ChannelId channelId, ServerId serverId) {
    this(channelId, serverId, null);
  }
}
