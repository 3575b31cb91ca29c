package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/** What a channel gives to and takes from roles and members. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES})
public record GetChannelOverwrites(ChannelId channelId, UserId asking)
    implements ChannelQuery<ChannelOverwritesView> {}
