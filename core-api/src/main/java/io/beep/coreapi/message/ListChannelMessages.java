package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a channel's history, newest last. At most one of {@code before}, {@code after} and
 * {@code around} is given; without any, the newest messages are answered. The message named need
 * not exist any more.
 *
 * @param limit 1 to 100
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.READ_HISTORY})
public record ListChannelMessages(
    ChannelId channelId,
    UserId asking,
    @Nullable MessageId before,
    @Nullable MessageId after,
    @Nullable MessageId around,
    int limit)
    implements MessageQuery<MessagePage> {

  public static final int MOST = 100;
  public static final int USUAL = 50;
}
