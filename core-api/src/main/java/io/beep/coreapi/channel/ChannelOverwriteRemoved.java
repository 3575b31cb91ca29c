package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A channel takes nothing from a role or a member any more, and gives them nothing.
 *
 * @param targetKind {@code role} or {@code member}
 * @param targetId of the role or of the user
 */
@Revision("1")
public record ChannelOverwriteRemoved(
    ChannelId channelId, ServerId serverId, String targetKind, UUID targetId, UserId removedBy)
    implements ChannelEvent {}
