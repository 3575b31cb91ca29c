package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts the overwrites of its folder in the place of a channel's own. The one who asks must be
 * allowed every single change of it.
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record SyncChannel(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
