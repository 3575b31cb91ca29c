package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A message is gone.
 *
 * @param authorId who had written it; null in events from before that was told
 */
@Revision("1")
public record MessageDeleted(
    MessageId messageId,
    ChannelId channelId,
    ServerId serverId,
    UserId deletedBy,
    @Nullable UserId authorId)
    implements MessageEvent {

  public MessageDeleted(
      MessageId messageId, ChannelId channelId, ServerId serverId, UserId deletedBy) {
    this(messageId, channelId, serverId, deletedBy, null);
  }
}
