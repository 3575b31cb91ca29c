package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;

/** All that happens to a channel. */
public sealed interface ChannelEvent extends DomainEvent
    permits ChannelCreated,
        ChannelRenamed,
        ChannelTopicSet,
        ChannelSlowModeSet,
        ChannelPlaced,
        ChannelMoved,
        ChannelBookEvent,
        ChannelOverwriteSet,
        ChannelOverwriteRemoved,
        ChannelUnsynced,
        ChannelSynced,
        ChannelDeleted,
        ChannelRestored,
        ChannelDeletionFinished {
  ChannelId channelId();

  ServerId serverId();
}
