package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes back that a channel follows its folder: its own overwrites count again, as they were when
 * it was synced. The one who asks must be allowed every single change of it.
 *
 * @param syncedAt when what is taken back happened; it may have been synced more often
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record UnsyncChannel(
    @TargetAggregateIdentifier ChannelId channelId, UserId actor, Instant syncedAt)
    implements ChannelCommand {}
