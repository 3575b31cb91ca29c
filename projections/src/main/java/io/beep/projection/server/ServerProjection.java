package io.beep.projection.server;

import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.server.ServerRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Writes {@code server}. */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class ServerProjection implements ProcessesEvents {

  private static final Write<ServerRow> CREATED =
      new Write<>(
          """
          insert into server (id, owner_id, name, description, visibility, member_count, created_at)
          values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.id());
            statement.setObject(2, row.ownerId());
            statement.setString(3, row.name());
            statement.setString(4, row.description());
            statement.setString(5, row.visibility());
            statement.setInt(6, row.memberCount());
            statement.setObject(7, Times.toColumn(row.createdAt()));
          });

  private static final Write<ServerRenamed> RENAMED =
      new Write<>(
          "update server set name = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.name());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<ServerDescribed> DESCRIBED =
      new Write<>(
          "update server set description = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.description());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<ServerTagged> TAGGED =
      new Write<>(
          "update server set tags = ? where id = ?",
          (statement, event) -> {
            statement.setObject(1, event.tags().toArray(String[]::new));
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<ServerVisibilitySet> OPENED_OR_CLOSED =
      new Write<>(
          "update server set visibility = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.visibility());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<ServerPictureSet> PICTURE_CHANGED =
      new Write<>(
          "update server set picture_id = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.pictureId());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<ServerBannerSet> BANNER_CHANGED =
      new Write<>(
          "update server set banner_id = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.pictureId());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<OwnershipTransferred> HANDED_OVER =
      new Write<>(
          "update server set owner_id = ? where id = ?",
          (statement, event) -> {
            statement.setObject(1, event.toId().value());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<UUID> DELETED =
      new Write<>("delete from server where id = ?", (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public ServerProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(ServerCreated event, @Timestamp Instant when) {
    writer.write(
        CREATED,
        new ServerRow(
            event.serverId().value(),
            event.ownerId().value(),
            event.name(),
            event.description(),
            event.visibility(),
            0,
            when,
            List.of(),
            null,
            null));
  }

  @EventHandler
  void on(ServerRenamed event) {
    writer.write(RENAMED, event);
  }

  @EventHandler
  void on(ServerDescribed event) {
    writer.write(DESCRIBED, event);
  }

  @EventHandler
  void on(ServerVisibilitySet event) {
    writer.write(OPENED_OR_CLOSED, event);
  }

  @EventHandler
  void on(ServerPictureSet event) {
    writer.write(PICTURE_CHANGED, event);
  }

  @EventHandler
  void on(ServerBannerSet event) {
    writer.write(BANNER_CHANGED, event);
  }

  @EventHandler
  void on(OwnershipTransferred event) {
    writer.write(HANDED_OVER, event);
  }

  @EventHandler
  void on(ServerTagged event) {
    writer.write(TAGGED, event);
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(DELETED, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("server");
  }
}
