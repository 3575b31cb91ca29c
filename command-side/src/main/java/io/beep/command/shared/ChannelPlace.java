package io.beep.command.shared;

import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;

/**
 * Where a channel is, for someone who may know it.
 *
 * @param slowMode seconds that they wait between two messages; 0 for who need not wait
 * @param manages whether they look after what is said there, and no rule for messages binds them
 */
public record ChannelPlace(
    ChannelId channelId, ServerId serverId, ChannelType type, int slowMode, boolean manages) {}
