package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * From here on a channel's own overwrites count, and those of its folder no more. Its own were set
 * by the events before, a copy of the folder's among them.
 */
@Revision("1")
public record ChannelUnsynced(ChannelId channelId, ServerId serverId, UserId unsyncedBy)
    implements ChannelEvent {}
