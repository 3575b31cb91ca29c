package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A message is gone. */
@Revision("1")
public record MessageDeleted(
    MessageId messageId, ChannelId channelId, ServerId serverId, UserId deletedBy)
    implements MessageEvent {}
