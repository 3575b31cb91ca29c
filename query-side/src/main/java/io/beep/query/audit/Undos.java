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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Whether something speaks against undoing an act. */
final class Undos {

  /**
   * Whether all that the act changed still is as the act left it, and nothing that came later goes
   * with it: what a folder holds by now, whom a channel lets in of its own since, or that it
   * follows its folder again. What was undone and done again counts as done. Whoever was put out
   * twice was put out by the last of the two; and whoever was brought back is there by that only
   * until they go, or are put out.
   */
  private static final String AS_LEFT =
      """
      select (s.kind not in ('member', 'membership', 'ban') or s.position = a.position)
        and case when a.after is null then s.gone else not s.gone and not exists (
          select from jsonb_object_keys(coalesce(a.before, '{}') || a.after) field
          where jsonb_strip_nulls(s.state) -> field is distinct from a.after -> field)
        end
        and not exists (
          select from audit_subject inside
          where a.action in ('channel.ChannelCreated', 'channel.ChannelRestored')
            and inside.server_id = a.server_id and inside.kind = 'channel' and not inside.gone
            and inside.state ->> 'parentId' = a.target_id)
        and not exists (
          select from audit_subject follower
          where a.subject_kind = 'overwrite' and follower.server_id = a.server_id
            and follower.kind = 'channel' and follower.id = a.target_id
            and (follower.state ->> 'synced')::boolean)
        and not exists (
          select from member_move later
          where later.server_id = a.server_id and later.position > a.position
            and later.user_id =
              case a.action when 'server.MemberRestored' then a.target_id::uuid end)
        and not exists (
          select from audit_entry later
          where a.action = 'server.MemberRestored' and later.server_id = a.server_id
            and later.target_id = a.target_id and later.position > a.position
            and later.action in ('server.MemberKicked', 'server.MemberBanned'))
        and not exists (
          select from audit_entry later
          left join audit_entry undone
            on undone.server_id = later.server_id and undone.position = later.undoes
          where later.server_id = a.server_id and later.target_id = a.target_id
            and later.position > a.position and not later.copied and later.undone_by is null
            and (later.undoes is null or undone.undoes is not null)
            and case a.action
              when 'channel.ChannelUnsynced' then later.subject_kind = 'overwrite'
              when 'channel.ChannelSynced' then later.action = 'channel.ChannelSynced'
              else false
            end) as as_left
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
    if (hasEnded(act)) {
      throw new DomainException(new AuditError.NotUndoable());
    }
    return readModel
        .list(
            AS_LEFT,
            spec ->
                spec.bind("server", query.serverId().value()).bind("position", query.position()),
            row -> Columns.flag(row, "as_left"))
        .thenApply(asLeft -> view(act, asLeft, page.position()));
  }

  /** Whether the act lifted what would be over by now, so that nothing is to be imposed again. */
  private boolean hasEnded(AuditEntryView act) {
    Map<String, Object> before = act.before();
    return act.action().equals("server.TimeoutLifted")
        && before != null
        && before.get("until") instanceof String until
        && !clock.instant().isBefore(Instant.parse(until));
  }

  private static UndoView view(AuditEntryView act, List<Boolean> asLeft, long position) {
    if (!asLeft.contains(true)) {
      throw new DomainException(new AuditError.ChangedSince());
    }
    return new UndoView(act, position);
  }
}
