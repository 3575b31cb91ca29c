package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel stands in the roster of its server, behind all others.
 *
 * @param folderId the folder that holds it
 */
@Revision("1")
public record ChannelListed(ChannelId channelId, ServerId serverId, @Nullable ChannelId folderId)
    implements ChannelBookEvent {}
