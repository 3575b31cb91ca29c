package io.beep.query.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.GetMemberHistory;
import io.beep.coreapi.audit.MemberHistoryView;
import io.beep.coreapi.audit.MemberHistoryView.Move;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What there was with somebody in a server. */
final class MemberHistories {

  /** What is done to people, none of it in a channel that somebody may not see. */
  private static final String[] ACTIONS = {
    "server.RoleGiven",
    "server.RoleTaken",
    "server.TimeoutImposed",
    "server.TimeoutLifted",
    "server.MemberKicked",
    "server.MemberBanned",
    "server.MemberUnbanned",
    "server.MemberRestored",
    "invitation.MemberInvited",
    "moderation.MemberTrusted",
    "moderation.ReportResolved",
    "moderation.ReportReopened"
  };

  private static final String HISTORY =
      "select p.position as known, s.visibility, h.*, e.*, "
          + AccessColumns.MEMBER
          + "from (select least("
          + Positions.DIRECTORY
          + ", "
          + Positions.AUDIT
          + ") as position) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          """
          + AccessColumns.MY_ROLES
          + """
          left join lateral (
            select u.username as their_username, u.display_name as their_display_name,
              t.joined_at, t.timed_out_until as silent_until, coalesce(t.trusted, false) as trusted,
              b.banned_at, r.filings, r.waiting,
              exists (select from member_move m
                      where m.server_id = s.id and m.user_id = :user) as was_here
            from (select 1) one
              left join user_profile u on u.id = :user
              left join membership t on t.server_id = s.id and t.user_id = :user
              left join ban b on b.server_id = s.id and b.user_id = :user
              left join lateral (
                select count(*)::int as filings,
                  (count(distinct q.target_id) filter (where q.open))::int as waiting
                from report q join report_filing f
                  on f.server_id = q.server_id and f.target_id = q.target_id
                where q.server_id = s.id and q.accused_id = :user
              ) r on true
          ) h on me.user_id is not null
          """
          + " left join lateral (select"
          + AuditColumns.ALL
          + """
            from (
              select * from audit_entry a
              where a.server_id = s.id and a.target_id = :target and a.action = any(:actions)
              order by a.position desc limit :most) a
          """
          + AuditColumns.NAMES
          + ") e on me.user_id is not null order by e.place desc nulls last";

  private static final String MOVES =
      """
      select m.position as place, m.at, m.kind, m.invited_by,
        u.username as inviter_username, u.display_name as inviter_display_name
      from member_move m left join user_profile u on u.id = m.invited_by
      where m.server_id = :server and m.user_id = :user
      order by m.position desc limit :most
      """;

  private final ReadModel readModel;
  private final Clock clock;

  MemberHistories(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<MemberHistoryView> of(GetMemberHistory query) {
    Instant now = clock.instant();
    return readModel
        .list(
            HISTORY,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value())
                    .bind("user", query.userId().value())
                    .bind("target", query.userId().value().toString())
                    .bind("actions", ACTIONS)
                    .bind("most", MemberHistoryView.ACTS_MOST),
            row -> found(row, query, now))
        .thenCompose(rows -> moves(query).thenApply(moves -> whole(rows, moves)));
  }

  private CompletableFuture<List<Move>> moves(GetMemberHistory query) {
    return readModel.list(
        MOVES,
        spec ->
            spec.bind("server", query.serverId().value())
                .bind("user", query.userId().value())
                .bind("most", MemberHistoryView.MOVES_MOST),
        MemberHistories::move);
  }

  private static Move move(Readable row) {
    UUID inviter = Columns.idOrNull(row, "invited_by");
    Author names = Author.of(row, "inviter_");
    return new Move(
        Columns.position(row, "place"),
        Columns.time(row, "at"),
        Columns.text(row, "kind").equals("left"),
        inviter == null
            ? null
            : new AuthorView(
                new UserId(inviter), names.username(), names.displayName(), null, AuthorKind.USER));
  }

  /**
   * @param history without its moves and acts
   */
  private record Found(MemberHistoryView history, @Nullable AuditEntryView act) {}

  private static MemberHistoryView whole(List<Found> rows, List<Move> moves) {
    MemberHistoryView history = rows.getFirst().history();
    return new MemberHistoryView(
        history.user(),
        history.joinedAt(),
        history.timedOutUntil(),
        history.trusted(),
        history.bannedAt(),
        history.reports(),
        history.openReports(),
        moves,
        rows.stream().map(Found::act).filter(Objects::nonNull).toList(),
        history.position());
  }

  private static Found found(Readable row, GetMemberHistory query, Instant now) {
    MemberAccess asking = AccessColumns.member(row);
    if (asking == null) {
      throw Visibility.PUBLIC.wireName().equals(Columns.textOrNull(row, "visibility"))
          ? Refusals.missing(Permission.MANAGE_MESSAGES)
          : Refusals.notFound("server");
    }
    ServerAccess server = AccessColumns.server(row);
    if (!Permissions.effective(server, asking, null, now).contains(Permission.MANAGE_MESSAGES)) {
      throw Refusals.missing(Permission.MANAGE_MESSAGES);
    }
    AuditEntryView act = row.get("place", Long.class) == null ? null : AuditColumns.entry(row);
    Instant joined = Columns.timeOrNull(row, "joined_at");
    Instant banned = Columns.timeOrNull(row, "banned_at");
    boolean mayKnow =
        !query.userId().equals(query.asking()) || server.ownerId().equals(query.asking());
    Integer filings = Columns.number(row, "filings");
    boolean wasHere = joined != null || Columns.flag(row, "was_here");
    if (!wasHere && banned == null && act == null && filings == 0) {
      throw Refusals.notFound("membership");
    }
    Author names = Author.of(row, "their_");
    Instant silent = Columns.timeOrNull(row, "silent_until");
    return new Found(
        new MemberHistoryView(
            new AuthorView(
                query.userId(), names.username(), names.displayName(), null, AuthorKind.USER),
            joined,
            silent != null && now.isBefore(silent) ? silent : null,
            Columns.flag(row, "trusted"),
            banned,
            mayKnow ? filings : null,
            mayKnow ? Columns.number(row, "waiting") : null,
            List.of(),
            List.of(),
            Columns.position(row, "known")),
        act);
  }
}
