package io.beep.command.shared;

import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel's stream decides who may do what. Absent for a channel that is gone for ever.
 *
 * @param access its own overwrites
 * @param folder that holds it; it goes with its folder
 * @param synced whether the overwrites of its folder count, and not its own
 * @param slowMode seconds between two messages of one member, 0 for none
 * @param deleted it can only be restored
 */
record ChannelState(
    ChannelAccess access,
    ChannelType type,
    @Nullable ChannelId folder,
    boolean synced,
    int slowMode,
    boolean deleted) {

  /** What decides, given the folder's overwrites. */
  ChannelAccess within(ChannelState folderState) {
    return synced ? access.like(folderState.access) : access;
  }

  static @Nullable ChannelState fold(@Nullable ChannelState state, Object event) {
    return switch (event) {
      case ChannelCreated created -> born(created);
      case ChannelEvent after when state != null -> state.after(after);
      default -> state;
    };
  }

  private @Nullable ChannelState after(ChannelEvent event) {
    return switch (event) {
      case ChannelDeleted gone when gone.finalAt() == null -> null;
      case ChannelDeleted ignored -> withDeleted(true);
      case ChannelRestored ignored -> withDeleted(false);
      case ChannelDeletionFinished ignored -> null;
      case ChannelOverwriteSet set ->
          having(
              access.with(
                  OverwriteKind.named(set.targetKind()),
                  set.targetId(),
                  Overwrite.named(set.allow(), set.deny())));
      case ChannelOverwriteRemoved removed ->
          having(access.without(OverwriteKind.named(removed.targetKind()), removed.targetId()));
      case ChannelUnsynced ignored ->
          new ChannelState(access, type, folder, false, slowMode, deleted);
      case ChannelSynced synced ->
          new ChannelState(
              ChannelAccess.open(synced.channelId(), synced.serverId()),
              type,
              synced.folderId(),
              true,
              slowMode,
              deleted);
      case ChannelMoved moved ->
          new ChannelState(access, type, moved.folderId(), synced, slowMode, deleted);
      case ChannelSlowModeSet set ->
          new ChannelState(access, type, folder, synced, set.seconds(), deleted);
      case ChannelCreated ignored -> this;
      case ChannelRenamed ignored -> this;
      case ChannelTopicSet ignored -> this;
      case ChannelPlaced ignored -> this;
      case ChannelBookEvent ignored -> this;
    };
  }

  private ChannelState having(ChannelAccess overwrites) {
    return new ChannelState(overwrites, type, folder, synced, slowMode, deleted);
  }

  private ChannelState withDeleted(boolean isDeleted) {
    return new ChannelState(access, type, folder, synced, slowMode, isDeleted);
  }

  private static ChannelState born(ChannelCreated created) {
    return new ChannelState(
        created.isPrivate()
            ? ChannelAccess.hidden(created.channelId(), created.serverId())
            : ChannelAccess.open(created.channelId(), created.serverId()),
        ChannelType.named(created.type()),
        created.parentId(),
        created.parentId() != null && !created.isPrivate(),
        0,
        false);
  }
}
