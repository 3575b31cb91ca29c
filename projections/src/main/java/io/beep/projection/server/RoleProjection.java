package io.beep.projection.server;

import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.RoleId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Write;
import io.beep.readmodel.server.RoleRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;

/** Writes {@code role}, that of everyone among them. */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class RoleProjection implements ProcessesEvents {

  /** Beneath all others: an order that somebody made has ranks from 1 up. */
  private static final int LOWEST = 0;

  private static final Write<RoleRow> CREATED =
      new Write<>(
          """
          insert into role (id, server_id, permissions, name, colour, rank)
          values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.id());
            statement.setObject(2, row.serverId());
            statement.setObject(3, row.permissions().toArray(String[]::new));
            statement.setString(4, row.name());
            statement.setString(5, row.colour());
            statement.setInt(6, row.rank());
          });

  private static final Write<RoleRenamed> RENAMED =
      new Write<>(
          "update role set name = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.name());
            statement.setObject(2, event.roleId().value());
          });

  private static final Write<RoleRecoloured> RECOLOURED =
      new Write<>(
          "update role set colour = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.colour());
            statement.setObject(2, event.roleId().value());
          });

  private static final Write<RolePermissionsSet> PERMISSIONS_SET =
      new Write<>(
          "update role set permissions = ? where id = ?",
          (statement, event) -> {
            statement.setObject(1, event.permissions().toArray(String[]::new));
            statement.setObject(2, event.roleId().value());
          });

  private static final Write<List<RoleId>> REORDERED =
      new Write<>(
          """
          with wished as (select ?::uuid[] as ids)
          update role r set rank = cardinality(wished.ids) + 1 - array_position(wished.ids, r.id)
          from wished where r.id = any(wished.ids)
          """,
          (statement, order) ->
              statement.setObject(
                  1, order.stream().map(role -> role.value().toString()).toArray(String[]::new)));

  private static final Write<UUID> DELETED =
      new Write<>("delete from role where id = ?", (statement, id) -> statement.setObject(1, id));

  private static final Write<UUID> ALL_DELETED =
      new Write<>(
          "delete from role where server_id = ?", (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public RoleProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(ServerCreated event) {
    writer.write(
        CREATED,
        new RoleRow(
            RoleId.everyone(event.serverId()).value(),
            event.serverId().value(),
            event.everyonePermissions(),
            RoleRow.EVERYONE,
            null,
            LOWEST));
  }

  @EventHandler
  void on(RoleCreated event) {
    writer.write(
        CREATED,
        new RoleRow(
            event.roleId().value(),
            event.serverId().value(),
            event.permissions(),
            event.name(),
            event.colour(),
            LOWEST));
  }

  @EventHandler
  void on(RoleRenamed event) {
    writer.write(RENAMED, event);
  }

  @EventHandler
  void on(RoleRecoloured event) {
    writer.write(RECOLOURED, event);
  }

  @EventHandler
  void on(RolePermissionsSet event) {
    writer.write(PERMISSIONS_SET, event);
  }

  @EventHandler
  void on(RolesReordered event) {
    writer.write(REORDERED, event.order());
  }

  @EventHandler
  void on(RoleDeleted event) {
    writer.write(DELETED, event.roleId().value());
  }

  @EventHandler
  void on(RoleRestored event) {
    writer.write(
        CREATED,
        new RoleRow(
            event.roleId().value(),
            event.serverId().value(),
            event.permissions(),
            event.name(),
            event.colour(),
            LOWEST));
    writer.write(REORDERED, event.order());
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(ALL_DELETED, event.serverId().value());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(ALL_DELETED, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("role");
  }
}
