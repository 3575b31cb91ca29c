package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes who writes in a channel wait before they write again.
 *
 * @param seconds up to six hours; 0 for no wait
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record SetChannelSlowMode(
    @TargetAggregateIdentifier ChannelId channelId, UserId actor, int seconds)
    implements ChannelCommand {}
