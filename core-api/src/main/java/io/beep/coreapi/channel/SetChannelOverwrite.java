package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what a channel gives to and takes from a role or a member. A channel that is synced with its
 * folder has overwrites of its own from then on: those of the folder, and this one.
 *
 * @param targetId of a role of the server, that of everyone included, or of a member
 * @param allow what changes by it the one who asks must have in the channel; nothing of {@code
 *     deny}
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record SetChannelOverwrite(
    @TargetAggregateIdentifier ChannelId channelId,
    UserId actor,
    UUID targetId,
    PermissionSet allow,
    PermissionSet deny)
    implements ChannelCommand {}
