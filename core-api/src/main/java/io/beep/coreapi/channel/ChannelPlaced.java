package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel stands elsewhere among the channels of its server.
 *
 * @param folderId the folder that holds it
 * @param place sorts before and behind those of the others by its ASCII characters; see {@link
 *     ChannelOrder}
 */
@Revision("1")
public record ChannelPlaced(
    ChannelId channelId,
    ServerId serverId,
    @Nullable ChannelId folderId,
    String place,
    UserId placedBy)
    implements ChannelEvent {}
