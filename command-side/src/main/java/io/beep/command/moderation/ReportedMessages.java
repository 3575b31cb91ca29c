package io.beep.command.moderation;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Tells of the message that somebody reports. */
@FunctionalInterface
public interface ReportedMessages {

  /** Null when there never was such a message, or it is deleted. */
  @Nullable ReportedMessage find(MessageId messageId);

  /**
   * Where a message is and whose.
   *
   * @param version the place of its last event in its own stream
   */
  record ReportedMessage(ServerId serverId, ChannelId channelId, UserId authorId, long version) {}
}
