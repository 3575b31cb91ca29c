package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;

/** All that happens to a chat message. */
public sealed interface MessageEvent extends DomainEvent
    permits MessageSent, MessageEdited, MessageDeleted {
  MessageId messageId();

  ChannelId channelId();

  ServerId serverId();
}
