package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a deleted channel of which nothing is left. It is carried out once: afterwards there is no
 * such channel.
 *
 * @param actor who deleted the channel
 */
@NeedsNoPermission(because = "the process of the deletion sends it when the time is over")
public record FinishChannelDeletion(@TargetAggregateIdentifier ChannelId channelId, UserId actor)
    implements ChannelCommand {}
