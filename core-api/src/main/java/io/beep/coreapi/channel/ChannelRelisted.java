package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel that had left it stands in the roster of its server again.
 *
 * @param folderId the folder that holds it
 * @param place where it stood; right behind that if another one stands there now
 */
@Revision("1")
public record ChannelRelisted(
    ChannelId channelId, ServerId serverId, @Nullable ChannelId folderId, String place)
    implements ChannelBookEvent {}
