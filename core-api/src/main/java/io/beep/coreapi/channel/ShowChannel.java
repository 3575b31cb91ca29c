package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a channel public again: everyone in the server sees it from whom nothing else takes it. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record ShowChannel(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
