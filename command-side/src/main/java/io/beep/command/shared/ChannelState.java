package io.beep.command.shared;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel's stream decides who may do what. Absent for a channel that is gone.
 *
 * @param access its own overwrites
 * @param folder that holds it; it goes with its folder, and has its overwrites while it has none
 */
record ChannelState(ChannelAccess access, ChannelType type, @Nullable ChannelId folder) {

  /** What decides, given the folder's overwrites. */
  ChannelAccess within(ChannelState folderState) {
    return access.roles().isEmpty() && access.members().isEmpty()
        ? new ChannelAccess(
            access.channelId(),
            access.serverId(),
            folderState.access.roles(),
            folderState.access.members())
        : access;
  }

  static @Nullable ChannelState fold(@Nullable ChannelState state, Object event) {
    return event instanceof ChannelEvent channelEvent ? fold(state, channelEvent) : state;
  }

  private static @Nullable ChannelState fold(@Nullable ChannelState state, ChannelEvent event) {
    return switch (event) {
      case ChannelCreated created -> born(created);
      case ChannelDeleted ignored -> null;
      case ChannelRenamed ignored -> state;
      case ChannelTopicSet ignored -> state;
    };
  }

  private static ChannelState born(ChannelCreated created) {
    return new ChannelState(
        created.isPrivate()
            ? ChannelAccess.hidden(created.channelId(), created.serverId())
            : ChannelAccess.open(created.channelId(), created.serverId()),
        ChannelType.named(created.type()),
        created.parentId());
  }
}
