package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a channel where it stood before, in the folder where it is now; right behind what stands
 * there meanwhile.
 *
 * @param place as {@link ChannelPlaced} told it; null for where nobody had moved it yet
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record PutChannelBack(
    @TargetAggregateIdentifier ChannelId channelId, UserId actor, @Nullable String place)
    implements ChannelCommand {}
