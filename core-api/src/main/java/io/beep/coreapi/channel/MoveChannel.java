package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Places a channel right behind another, in a folder or in none. It is the wish and not its result:
 * two that are asked for at once are both carried out, one after the other, and none is lost.
 *
 * @param folderId null for no folder; whoever asks must be allowed to manage that folder too
 * @param afterId null for before all others. One that went elsewhere or is gone since still tells
 *     where it stood
 * @param synced whether it is to follow its new folder; otherwise what anyone may do in it stays
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_CHANNELS})
public record MoveChannel(
    @TargetAggregateIdentifier ChannelId channelId,
    UserId actor,
    @Nullable ChannelId folderId,
    @Nullable ChannelId afterId,
    boolean synced)
    implements ChannelCommand {}
