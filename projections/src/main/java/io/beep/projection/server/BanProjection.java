package io.beep.projection.server;

import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.server.BanRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Writes {@code ban}. That who is banned is no member any more, {@link MembershipProjection} does.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class BanProjection implements ProcessesEvents {

  private static final Write<BanRow> BANNED =
      new Write<>(
          """
          insert into ban (server_id, user_id, reason, banned_by, banned_at)
          values (?, ?, ?, ?, ?)
          on conflict (server_id, user_id) do update
          set reason = excluded.reason, banned_by = excluded.banned_by,
              banned_at = excluded.banned_at
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setObject(2, row.userId());
            statement.setString(3, row.reason());
            statement.setObject(4, row.bannedBy());
            statement.setObject(5, Times.toColumn(row.bannedAt()));
          });

  private static final Write<MemberUnbanned> UNBANNED =
      new Write<>(
          "delete from ban where server_id = ? and user_id = ?",
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setObject(2, event.userId().value());
          });

  private static final Write<UUID> ALL_GONE =
      new Write<>(
          "delete from ban where server_id = ?", (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public BanProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(MemberBanned event, @Timestamp Instant when) {
    writer.write(
        BANNED,
        new BanRow(
            event.serverId().value(),
            event.userId().value(),
            event.reason(),
            event.bannedBy().value(),
            when));
  }

  @EventHandler
  void on(MemberUnbanned event) {
    writer.write(UNBANNED, event);
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(ALL_GONE, event.serverId().value());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(ALL_GONE, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("ban");
  }
}
