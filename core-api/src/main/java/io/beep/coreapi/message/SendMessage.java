package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a channel. Answers the {@link MessageId}.
 *
 * @param content Markdown, 1 to 4 000 characters
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES})
public record SendMessage(
    @RoutingKey ChannelId channelId, UserId actor, String content, @Nullable MessageId replyTo)
    implements MessageCommand {}
