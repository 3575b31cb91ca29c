package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * A deleted channel is gone for ever, with all that was said in it. Nobody is told: for everybody
 * it went with {@link ChannelDeleted}.
 *
 * @param deletedBy who had deleted it
 */
@Revision("1")
public record ChannelDeletionFinished(ChannelId channelId, ServerId serverId, UserId deletedBy)
    implements ChannelEvent {}
