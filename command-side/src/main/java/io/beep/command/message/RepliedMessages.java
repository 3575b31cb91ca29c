package io.beep.command.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;

/** Tells where the message is that a reply answers. */
@FunctionalInterface
public interface RepliedMessages {

  /** Whether the message was sent to this channel; one that is deleted since still counts. */
  boolean isIn(MessageId messageId, ChannelId channelId);
}
