package io.beep.projection.channel;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.channel.ChannelOverwriteRow;
import io.beep.readmodel.channel.ChannelRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Writes {@code channel} and {@code channel_overwrite}. */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class ChannelProjection implements ProcessesEvents {

  private static final Write<ChannelRow> CREATED =
      new Write<>(
          """
          insert into channel (id, server_id, name, type, parent_id, topic, created_at, synced, place, slow_mode)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.id());
            statement.setObject(2, row.serverId());
            statement.setString(3, row.name());
            statement.setString(4, row.type());
            statement.setObject(5, row.parentId());
            statement.setString(6, row.topic());
            statement.setObject(7, Times.toColumn(row.createdAt()));
            statement.setBoolean(8, row.synced());
            statement.setString(9, row.place());
            statement.setInt(10, row.slowMode());
          });

  private static final Write<ChannelOverwriteRow> OVERWRITE_SET =
      new Write<>(
          """
          insert into channel_overwrite
            (channel_id, target_kind, target_id, server_id, allow, deny)
          values (?, ?, ?, ?, ?, ?)
          on conflict (channel_id, target_kind, target_id)
          do update set allow = excluded.allow, deny = excluded.deny
          """,
          (statement, row) -> {
            statement.setObject(1, row.channelId());
            statement.setString(2, row.targetKind());
            statement.setObject(3, row.targetId());
            statement.setObject(4, row.serverId());
            statement.setObject(5, row.allow().toArray(String[]::new));
            statement.setObject(6, row.deny().toArray(String[]::new));
          });

  private static final Write<ChannelRenamed> RENAMED =
      new Write<>(
          "update channel set name = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.name());
            statement.setObject(2, event.channelId().value());
          });

  private static final Write<ChannelTopicSet> TOPIC_SET =
      new Write<>(
          "update channel set topic = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.topic());
            statement.setObject(2, event.channelId().value());
          });

  private static final Write<ChannelPlaced> PLACED =
      new Write<>(
          "update channel set place = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.place());
            statement.setObject(2, event.channelId().value());
          });

  private static final Write<ChannelMoved> MOVED =
      new Write<>(
          "update channel set parent_id = ? where id = ?",
          (statement, event) -> {
            ChannelId folder = event.folderId();
            statement.setObject(1, folder == null ? null : folder.value(), Types.OTHER);
            statement.setObject(2, event.channelId().value());
          });

  private static final Write<ChannelSlowModeSet> SLOW_MODE_SET =
      new Write<>(
          "update channel set slow_mode = ? where id = ?",
          (statement, event) -> {
            statement.setInt(1, event.seconds());
            statement.setObject(2, event.channelId().value());
          });

  private static final Write<ChannelOverwriteRemoved> OVERWRITE_REMOVED =
      new Write<>(
          """
          delete from channel_overwrite
          where channel_id = ? and target_kind = ? and target_id = ?
          """,
          (statement, event) -> {
            statement.setObject(1, event.channelId().value());
            statement.setString(2, event.targetKind());
            statement.setObject(3, event.targetId());
          });

  private static final Write<RoleDeleted> OVERWRITES_OF_ROLE_DELETED =
      new Write<>(
          """
          delete from channel_overwrite
          where server_id = ? and target_kind = 'role' and target_id = ?
          """,
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setObject(2, event.roleId().value());
          });

  private static final Write<UUID> UNSYNCED =
      byId("update channel set synced = false where id = ?");
  private static final Write<UUID> SYNCED = byId("update channel set synced = true where id = ?");
  private static final Write<UUID> OWN_OVERWRITES_DELETED =
      byId("delete from channel_overwrite where channel_id = ?");

  /** With a folder goes what it holds; by itself too when the server is older than rosters. */
  private static final Write<UUID> DELETED =
      byId(
          """
          with gone as (select ?::uuid as id)
          delete from channel c using gone where c.id = gone.id or c.parent_id = gone.id
          """);

  private static final Write<UUID> OVERWRITES_DELETED =
      byId(
          """
          with gone as (select ?::uuid as id)
          delete from channel_overwrite o using gone, channel c
          where c.id = o.channel_id and (c.id = gone.id or c.parent_id = gone.id)
          """);
  private static final Write<UUID> ALL_DELETED = byId("delete from channel where server_id = ?");
  private static final Write<UUID> ALL_OVERWRITES_DELETED =
      byId("delete from channel_overwrite where server_id = ?");

  private final ReadModelWriter writer;

  public ChannelProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(ChannelCreated event, @Timestamp Instant when) {
    writer.write(
        CREATED,
        new ChannelRow(
            event.channelId().value(),
            event.serverId().value(),
            event.name(),
            event.type(),
            event.parentId() == null ? null : event.parentId().value(),
            null,
            when,
            event.parentId() != null && !event.isPrivate(),
            ChannelOrder.first(event.channelId()),
            0));
    if (event.isPrivate()) {
      set(ChannelAccess.hidden(event.channelId(), event.serverId()));
    }
  }

  private void set(ChannelAccess own) {
    own.roles()
        .forEach((role, overwrite) -> set(own, ChannelOverwriteRow.ROLE, role.value(), overwrite));
    own.members()
        .forEach(
            (member, overwrite) -> set(own, ChannelOverwriteRow.MEMBER, member.value(), overwrite));
  }

  private void set(ChannelAccess own, String kind, UUID target, Overwrite overwrite) {
    writer.write(
        OVERWRITE_SET,
        new ChannelOverwriteRow(
            own.channelId().value(),
            kind,
            target,
            own.serverId().value(),
            overwrite.allow().names(),
            overwrite.deny().names()));
  }

  @EventHandler
  void on(ChannelRenamed event) {
    writer.write(RENAMED, event);
  }

  @EventHandler
  void on(ChannelTopicSet event) {
    writer.write(TOPIC_SET, event);
  }

  @EventHandler
  void on(ChannelPlaced event) {
    writer.write(PLACED, event);
  }

  @EventHandler
  void on(ChannelMoved event) {
    writer.write(MOVED, event);
  }

  @EventHandler
  void on(ChannelSlowModeSet event) {
    writer.write(SLOW_MODE_SET, event);
  }

  @EventHandler
  void on(ChannelOverwriteSet event) {
    writer.write(
        OVERWRITE_SET,
        new ChannelOverwriteRow(
            event.channelId().value(),
            event.targetKind(),
            event.targetId(),
            event.serverId().value(),
            event.allow(),
            event.deny()));
  }

  @EventHandler
  void on(ChannelOverwriteRemoved event) {
    writer.write(OVERWRITE_REMOVED, event);
  }

  @EventHandler
  void on(ChannelUnsynced event) {
    writer.write(UNSYNCED, event.channelId().value());
  }

  @EventHandler
  void on(ChannelSynced event) {
    writer.write(OWN_OVERWRITES_DELETED, event.channelId().value());
    writer.write(SYNCED, event.channelId().value());
  }

  /** What is for a role that can come back stays, and is shown to nobody meanwhile. */
  @EventHandler
  void on(RoleDeleted event) {
    if (event.finalAt() == null) {
      writer.write(OVERWRITES_OF_ROLE_DELETED, event);
    }
  }

  @EventHandler
  void on(ChannelDeleted event) {
    writer.write(OVERWRITES_DELETED, event.channelId().value());
    writer.write(DELETED, event.channelId().value());
  }

  /** The event has all of it, so that no row had to be kept. */
  @EventHandler
  void on(ChannelRestored event) {
    ChannelId folder = event.folderId();
    writer.write(
        CREATED,
        new ChannelRow(
            event.channelId().value(),
            event.serverId().value(),
            event.name(),
            event.type(),
            folder == null ? null : folder.value(),
            event.topic(),
            event.createdAt(),
            event.synced(),
            event.place(),
            event.slowMode()));
    set(event.own());
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(ALL_OVERWRITES_DELETED, event.serverId().value());
    writer.write(ALL_DELETED, event.serverId().value());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(ALL_OVERWRITES_DELETED, event.serverId().value());
    writer.write(ALL_DELETED, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("channel", "channel_overwrite");
  }

  private static Write<UUID> byId(String sql) {
    return new Write<>(sql, (statement, id) -> statement.setObject(1, id));
  }
}
