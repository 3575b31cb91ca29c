package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the deletion of a channel back, while there is time. With a folder comes what went with it.
 * It needs what deleting it needs, in the channel as it was.
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record RestoreChannel(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
