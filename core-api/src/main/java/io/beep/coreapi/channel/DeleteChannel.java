package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes a channel with all its messages. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record DeleteChannel(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
