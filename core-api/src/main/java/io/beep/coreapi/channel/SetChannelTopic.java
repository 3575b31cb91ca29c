package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says what a channel is about; null says nothing. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record SetChannelTopic(
    @TargetAggregateIdentifier ChannelId channelId, UserId actor, @Nullable String topic)
    implements ChannelCommand {}
