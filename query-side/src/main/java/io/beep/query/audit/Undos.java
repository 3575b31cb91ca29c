package io.beep.query.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.shared.DomainException;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Whether something speaks against undoing an act. */
final class Undos {

  /**
   * Whether all that the act changed still is as the act left it. Whoever was put out twice was put
   * out by the last of the two.
   */
  private static final String AS_LEFT =
      """
      select (s.kind not in ('member', 'membership', 'ban') or s.position = a.position)
        and case when a.after is null then s.gone else not s.gone and not exists (
          select from jsonb_object_keys(coalesce(a.before, '{}') || a.after) field
          where jsonb_strip_nulls(s.state) -> field is distinct from a.after -> field)
        end as as_left
      from audit_entry a
      join audit_subject s
        on s.server_id = a.server_id and s.kind = a.subject_kind and s.id = a.subject_id
      where a.server_id = :server and a.position = :position
      """;

  private final ReadModel readModel;
  private final AuditLogs logs;
  private final Clock clock;

  Undos(ReadModel readModel, AuditLogs logs, Clock clock) {
    this.readModel = readModel;
    this.logs = logs;
    this.clock = clock;
  }

  CompletableFuture<UndoView> of(GetUndo query) {
    return logs.page(
            new ListAuditLog(
                query.serverId(), query.asking(), Filter.ALL, query.position() + 1, null, 1))
        .thenCompose(page -> requireUndoable(query, page));
  }

  private CompletableFuture<UndoView> requireUndoable(GetUndo query, AuditLogPage page) {
    AuditEntryView act =
        page.items().stream()
            .filter(entry -> entry.position() == query.position() && !entry.withheld())
            .findAny()
            .orElseThrow(() -> Refusals.notFound("audit-entry"));
    if (act.undoneBy() != null) {
      throw new DomainException(new AuditError.UndoneAlready());
    }
    Duration grace = GetUndo.graceOf(act.action());
    if (act.at().plus(grace).isBefore(clock.instant())) {
      throw new DomainException(new AuditError.TooLate(grace.toHours()));
    }
    return readModel
        .list(
            AS_LEFT,
            spec ->
                spec.bind("server", query.serverId().value()).bind("position", query.position()),
            row -> Columns.flag(row, "as_left"))
        .thenApply(asLeft -> view(act, asLeft, page.position()));
  }

  private static UndoView view(AuditEntryView act, List<Boolean> asLeft, long position) {
    if (!asLeft.contains(true)) {
      throw new DomainException(new AuditError.ChangedSince());
    }
    return new UndoView(act, position);
  }
}
