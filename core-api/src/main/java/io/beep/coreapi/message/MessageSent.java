package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Someone said something.
 *
 * @param content Markdown as it was typed
 * @param replyTo the message that it answers
 */
@Revision("1")
public record MessageSent(
    MessageId messageId,
    ChannelId channelId,
    ServerId serverId,
    UserId authorId,
    String content,
    @Nullable MessageId replyTo)
    implements MessageEvent {}
