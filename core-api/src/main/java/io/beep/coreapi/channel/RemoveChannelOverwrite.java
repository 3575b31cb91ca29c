package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Removes what a channel gives to and takes from a role or a member. A channel that is synced with
 * its folder has overwrites of its own from then on: those of the folder, without this one.
 *
 * @param targetId of the role or the user
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record RemoveChannelOverwrite(
    @TargetAggregateIdentifier ChannelId channelId, UserId actor, UUID targetId)
    implements ChannelCommand {}
