package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Somebody wrote in a channel with slow mode, and waits for their next turn.
 *
 * @param at when they wrote
 */
@Revision("1")
public record ChannelTurnTaken(ChannelId channelId, ServerId serverId, UserId userId, Instant at)
    implements ChannelBookEvent {}
