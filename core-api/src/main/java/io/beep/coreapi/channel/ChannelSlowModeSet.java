package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * Who writes in a channel waits before they write again.
 *
 * @param seconds from 1; 0 for no wait
 */
@Revision("1")
public record ChannelSlowModeSet(ChannelId channelId, ServerId serverId, int seconds, UserId setBy)
    implements ChannelEvent {}
