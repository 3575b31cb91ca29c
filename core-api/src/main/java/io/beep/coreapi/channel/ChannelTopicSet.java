package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A channel is about something else, or nothing in particular any more. */
@Revision("1")
public record ChannelTopicSet(
    ChannelId channelId, ServerId serverId, @Nullable String topic, UserId setBy)
    implements ChannelEvent {}
