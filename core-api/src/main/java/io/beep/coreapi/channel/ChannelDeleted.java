package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel is gone for everybody. What was said in it is kept until {@link
 * ChannelDeletionFinished}, and comes back with {@link ChannelRestored}.
 *
 * @param finalAt until when it can be restored; null in events from before that could be, with
 *     which the messages are gone too
 */
@Revision("1")
public record ChannelDeleted(
    ChannelId channelId, ServerId serverId, UserId deletedBy, @Nullable Instant finalAt)
    implements ChannelEvent {

  public ChannelDeleted(ChannelId channelId, ServerId serverId, UserId deletedBy) {
    this(channelId, serverId, deletedBy, null);
  }
}
