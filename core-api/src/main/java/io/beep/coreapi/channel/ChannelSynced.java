package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * A channel has the overwrites of its folder, and follows them; its own are gone.
 *
 * @param folderId of the folder that holds it
 */
@Revision("1")
public record ChannelSynced(
    ChannelId channelId, ServerId serverId, ChannelId folderId, UserId syncedBy)
    implements ChannelEvent {}
