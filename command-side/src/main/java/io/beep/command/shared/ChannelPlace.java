package io.beep.command.shared;

import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;

/** Where a channel is, for someone who may know it. */
public record ChannelPlace(ChannelId channelId, ServerId serverId, ChannelType type) {}
