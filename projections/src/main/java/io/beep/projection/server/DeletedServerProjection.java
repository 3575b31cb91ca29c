package io.beep.projection.server;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Writes {@code deleted_server}: takes the row of a server out of the reach of everyone, and puts
 * it back. What else there is of the server stays where it is until the deletion is final.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class DeletedServerProjection implements ProcessesEvents {

  private static final Write<Scheduled> SCHEDULED =
      new Write<>(
          """
          with gone as (delete from server where id = ? returning *)
          insert into deleted_server (id, owner_id, name, deleted_at, final_at, held)
          select id, owner_id, name, ?, ?, to_jsonb(gone) from gone
          on conflict (id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.event().serverId().value());
            statement.setObject(2, Times.toColumn(row.when()));
            statement.setObject(3, Times.toColumn(row.event().finalAt()));
          });

  private static final Write<UUID> RESTORED =
      new Write<>(
          """
          with back as (delete from deleted_server where id = ? returning *)
          insert into server
          select (jsonb_populate_record(null::server, back.held)).* from back
          on conflict (id) do nothing
          """,
          (statement, id) -> statement.setObject(1, id));

  /** Who joined while the deletion was on its way is a member, and was not counted. */
  private static final Write<UUID> RECOUNTED =
      new Write<>(
          """
          update server s
          set member_count = (select count(*) from membership m where m.server_id = s.id)
          where s.id = ?
          """,
          (statement, id) -> statement.setObject(1, id));

  private static final Write<Progress> ADVANCED =
      new Write<>(
          "update deleted_server set step = ?, done = ?, total = ? where id = ?",
          (statement, progress) -> {
            statement.setString(1, progress.step());
            statement.setLong(2, progress.done());
            statement.setLong(3, progress.total());
            statement.setObject(4, progress.server());
          });

  private static final Write<UUID> FINISHED =
      new Write<>(
          "delete from deleted_server where id = ?", (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public DeletedServerProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(ServerDeletionScheduled event, @Timestamp Instant when) {
    writer.write(SCHEDULED, new Scheduled(event, when));
  }

  @EventHandler
  void on(ServerRestored event) {
    writer.write(RESTORED, event.serverId().value());
    writer.write(RECOUNTED, event.serverId().value());
  }

  @EventHandler
  void on(ServerDeletionStarted event) {
    writer.write(
        ADVANCED,
        new Progress(event.serverId().value(), DeletionStep.values()[0].wireName(), 0, 0));
  }

  @EventHandler
  void on(ServerDeletionAdvanced event) {
    writer.write(
        ADVANCED,
        new Progress(event.serverId().value(), event.step(), event.done(), event.total()));
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(FINISHED, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("deleted_server");
  }

  private record Scheduled(ServerDeletionScheduled event, Instant when) {}

  private record Progress(UUID server, String step, long done, long total) {}
}
