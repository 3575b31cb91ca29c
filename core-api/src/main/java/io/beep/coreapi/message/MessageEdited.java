package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Its author put a message in other words. It tells the whole message, so that whoever hears of the
 * edit alone knows what was edited.
 *
 * @param replyTo the message that it answers
 * @param sentAt when it was said; null in events from before they told it, whose {@code replyTo} is
 *     not known either
 */
@Revision("1")
public record MessageEdited(
    MessageId messageId,
    ChannelId channelId,
    ServerId serverId,
    UserId authorId,
    String content,
    @Nullable MessageId replyTo,
    @Nullable Instant sentAt)
    implements MessageEvent {

  public MessageEdited(
      MessageId messageId,
      ChannelId channelId,
      ServerId serverId,
      UserId authorId,
      String content) {
    this(messageId, channelId, serverId, authorId, content, null, null);
  }
}
