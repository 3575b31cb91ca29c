package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import org.axonframework.serialization.Revision;

/** A channel left the roster of its server. Nothing can be moved into it any more. */
@Revision("1")
public record ChannelUnlisted(ChannelId channelId, ServerId serverId) implements ChannelBookEvent {}
