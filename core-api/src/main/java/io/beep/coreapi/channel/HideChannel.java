package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a channel private: takes the right to see it from everyone but those to whom a role, an
 * overwrite or the ownership gives it.
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record HideChannel(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
