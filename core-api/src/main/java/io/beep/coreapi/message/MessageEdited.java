package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Its author put a message in other words. */
@Revision("1")
public record MessageEdited(
    MessageId messageId, ChannelId channelId, ServerId serverId, UserId authorId, String content)
    implements MessageEvent {}
