package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A channel went into another folder, or out of all. What anyone may do in it stays as it was: if
 * it followed its old folder, it had made a copy of that one's overwrites its own before.
 *
 * @param folderId the folder that holds it now
 */
@Revision("1")
public record ChannelMoved(
    ChannelId channelId, ServerId serverId, @Nullable ChannelId folderId, UserId movedBy)
    implements ChannelEvent {}
