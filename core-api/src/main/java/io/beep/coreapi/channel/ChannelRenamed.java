package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A channel goes by another name. */
@Revision("1")
public record ChannelRenamed(ChannelId channelId, ServerId serverId, String name, UserId renamedBy)
    implements ChannelEvent {}
