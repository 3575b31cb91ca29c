package io.beep.projection.moderation;

import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.moderation.ReportFilingRow;
import io.beep.readmodel.moderation.ReportRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Writes {@code report} and {@code report_filing}. Each statement passes over what is older than
 * its row, so that events may come twice. While its server can be restored everything stays.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class ReportProjection implements ProcessesEvents {

  private static final Write<ReportRow> REPORTED =
      new Write<>(
          """
          insert into report
            (server_id, target_id, target_kind, accused_id, channel_id, open, position, last_at)
          values (?, ?, ?, ?, ?, true, ?, ?)
          on conflict (server_id, target_id) do update
          set open = true, position = excluded.position, last_at = excluded.last_at,
            accused_id = excluded.accused_id, channel_id = excluded.channel_id
          where report.position < excluded.position
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setObject(2, row.targetId());
            statement.setString(3, row.targetKind());
            statement.setObject(4, row.accusedId());
            statement.setObject(5, row.channelId());
            statement.setLong(6, row.position());
            statement.setObject(7, Times.toColumn(row.lastAt()));
          });

  private static final Write<ReportFilingRow> FILED =
      new Write<>(
          """
          insert into report_filing
            (server_id, target_id, reporter_id, category, text, filed_at, position)
          values (?, ?, ?, ?, ?, ?, ?)
          on conflict (server_id, target_id, reporter_id) do update
          set category = excluded.category, text = excluded.text, filed_at = excluded.filed_at,
            position = excluded.position
          where report_filing.position < excluded.position
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setObject(2, row.targetId());
            statement.setObject(3, row.reporterId());
            statement.setString(4, row.category());
            statement.setString(5, row.text());
            statement.setObject(6, Times.toColumn(row.filedAt()));
            statement.setLong(7, row.position());
          });

  private static final Write<Resolved> RESOLVED =
      new Write<>(
          """
          update report
          set open = false, outcome = ?, note = ?, resolved_by = ?, resolved_at = ?,
            closed_before = closed_through, closed_through = position, position = ?, last_at = ?
          where server_id = ? and target_id = ? and position < ?
          """,
          (statement, row) -> {
            statement.setString(1, row.event().outcome());
            statement.setString(2, row.event().note());
            statement.setObject(3, row.event().resolvedBy().value());
            statement.setObject(4, Times.toColumn(row.when()));
            statement.setLong(5, row.position());
            statement.setObject(6, Times.toColumn(row.when()));
            statement.setObject(7, row.event().serverId().value());
            statement.setObject(8, row.event().targetId());
            statement.setLong(9, row.position());
          });

  private static final Write<Reopened> REOPENED =
      new Write<>(
          """
          update report
          set open = true, outcome = null, note = null, resolved_by = null, resolved_at = null,
            closed_through = closed_before, position = ?, last_at = ?
          where server_id = ? and target_id = ? and position < ?
          """,
          (statement, row) -> {
            statement.setLong(1, row.position());
            statement.setObject(2, Times.toColumn(row.when()));
            statement.setObject(3, row.event().serverId().value());
            statement.setObject(4, row.event().targetId());
            statement.setLong(5, row.position());
          });

  private static final List<Write<UUID>> ALL_GONE =
      Stream.of("report", "report_filing")
          .map(table -> "delete from " + table + " where server_id = ?")
          .map(sql -> new Write<UUID>(sql, (statement, id) -> statement.setObject(1, id)))
          .toList();

  private final ReadModelWriter writer;

  public ReportProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(ReportFiled event, TrackedEventMessage<?> message) {
    UserId reporter = event.reporterId();
    UUID server = event.serverId().value();
    writer.write(
        REPORTED,
        new ReportRow(
            server,
            event.targetId(),
            event.targetKind(),
            event.accusedId().value(),
            event.channelId() == null ? null : event.channelId().value(),
            position(message),
            message.getTimestamp()));
    writer.write(
        FILED,
        new ReportFilingRow(
            server,
            event.targetId(),
            reporter == null ? server : reporter.value(),
            event.category(),
            event.text(),
            message.getTimestamp(),
            position(message)));
  }

  @EventHandler
  void on(ReportResolved event, TrackedEventMessage<?> message) {
    writer.write(RESOLVED, new Resolved(event, position(message), message.getTimestamp()));
  }

  @EventHandler
  void on(ReportReopened event, TrackedEventMessage<?> message) {
    writer.write(REOPENED, new Reopened(event, position(message), message.getTimestamp()));
  }

  @EventHandler
  void on(ServerDeleted event) {
    forget(event.serverId());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    forget(event.serverId());
  }

  private void forget(ServerId server) {
    ALL_GONE.forEach(all -> writer.write(all, server.value()));
  }

  @ResetHandler
  void reset() {
    writer.truncate("report", "report_filing");
  }

  private static long position(TrackedEventMessage<?> message) {
    return message.trackingToken().position().orElseThrow();
  }

  private record Resolved(ReportResolved event, long position, Instant when) {}

  private record Reopened(ReportReopened event, long position, Instant when) {}
}
