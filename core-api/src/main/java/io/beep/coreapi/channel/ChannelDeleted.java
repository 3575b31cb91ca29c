package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A channel is gone, with all its messages. */
@Revision("1")
public record ChannelDeleted(ChannelId channelId, ServerId serverId, UserId deletedBy)
    implements ChannelEvent {}
