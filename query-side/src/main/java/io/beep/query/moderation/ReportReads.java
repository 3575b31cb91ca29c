package io.beep.query.moderation;

import io.beep.coreapi.moderation.ListReports;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportOutcome;
import io.beep.coreapi.moderation.ReportPage;
import io.beep.coreapi.moderation.ReportTarget;
import io.beep.coreapi.moderation.ReportView;
import io.beep.coreapi.moderation.ReportView.FilingView;
import io.beep.coreapi.moderation.ReportView.ReportedMessageView;
import io.beep.coreapi.moderation.ReportView.ResolutionView;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.moderation.KeptChannels.Kept;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadModel;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The queue of reports, along the places of what happened last. The messages are read as they are
 * now: no report repeats what was said.
 */
final class ReportReads {

  private static final String MINE =
      """
       r.server_id = :server
        and (r.channel_id is null or :everywhere or r.channel_id = any(:channels))
        and (r.accused_id <> :asking or :owner)
      """;

  private static final String PAGE =
      """
      select w.waiting, r.*, f.*, x.*, u.username, u.display_name, u.picture_id as accused_picture,
        b.username as by_username, b.display_name as by_display_name,
        m.content, m.created_at, m.edited_at,
        exists (select from membership a
                where a.server_id = r.server_id and a.user_id = r.accused_id) as accused_is_member
      from (select count(*)::int as waiting from (
              select from report r where r.open and
      """
          + MINE
          + """
              limit :waiting_most) few) w
        left join lateral (
          select r.* from report r where r.open = :open and r.position < :before and
      """
          + MINE
          + """
          order by r.position desc limit :limit) r on true
        left join lateral (
          select count(*)::int as filings, min(g.filed_at) as first_at from report_filing g
          where g.server_id = r.server_id and g.target_id = r.target_id
            and g.position > case when r.open then r.closed_through else r.closed_before end
        ) f on true
        left join lateral (
          select g.reporter_id, g.category, g.text, g.filed_at, g.position as filed_position,
            v.username as filer_username, v.display_name as filer_display_name
          from report_filing g left join user_profile v on v.id = g.reporter_id
          where g.server_id = r.server_id and g.target_id = r.target_id
            and g.position > case when r.open then r.closed_through else r.closed_before end
          order by g.position desc limit :filings
        ) x on true
        left join user_profile u on u.id = r.accused_id
        left join user_profile b on b.id = r.resolved_by
        left join message m on r.target_kind = 'message' and m.id = r.target_id
      order by r.position desc, x.filed_position desc
      """;

  private final ReadModel readModel;
  private final KeptChannels kept;

  ReportReads(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.kept = new KeptChannels(readModel, clock);
  }

  CompletableFuture<ReportPage> page(ListReports query) {
    int limit = Math.clamp(query.limit(), 1, ListReports.MOST);
    return kept.of(query.serverId(), query.asking(), Permission.MANAGE_MESSAGES)
        .thenCompose(
            where ->
                readModel
                    .list(PAGE, spec -> bind(spec, query, where, limit + 1), ReportReads::found)
                    .thenApply(rows -> page(rows, limit, where)));
  }

  private static GenericExecuteSpec bind(
      GenericExecuteSpec spec, ListReports query, Kept where, int limit) {
    Long before = query.before();
    return spec.bind("server", query.serverId().value())
        .bind("asking", query.asking().value())
        .bind("owner", where.owner())
        .bind("everywhere", where.everywhere())
        .bind("channels", where.channels().toArray(UUID[]::new))
        .bind("open", query.open())
        .bind("before", before == null ? Long.MAX_VALUE : before)
        .bind("limit", limit)
        .bind("filings", ReportView.FILINGS_MOST)
        .bind("waiting_most", ReportPage.WAITING_MOST);
  }

  /** One filing, with the report that it belongs to; both null when there is none. */
  private record Found(
      int waiting, long place, @Nullable ReportView report, @Nullable FilingView filing) {}

  private static ReportPage page(List<Found> rows, int limit, Kept where) {
    List<Found> reports = new ArrayList<>();
    List<List<FilingView>> filings = new ArrayList<>();
    for (Found row : rows) {
      if (row.report() == null) {
        continue;
      }
      if (reports.isEmpty() || reports.getLast().place() != row.place()) {
        reports.add(row);
        filings.add(new ArrayList<>());
      }
      if (row.filing() != null) {
        filings.getLast().add(row.filing());
      }
    }
    List<ReportView> items = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, reports.size()); i++) {
      items.add(with(filings.get(i), Objects.requireNonNull(reports.get(i).report())));
    }
    return new ReportPage(
        items,
        rows.getFirst().waiting(),
        reports.size() > limit ? reports.get(limit - 1).place() : null,
        where.position());
  }

  private static ReportView with(List<FilingView> filings, ReportView report) {
    return new ReportView(
        report.id(),
        report.serverId(),
        report.target(),
        report.accused(),
        report.accusedIsMember(),
        report.message(),
        report.channelId(),
        report.count(),
        filings,
        report.lastAt(),
        report.resolution());
  }

  private static Found found(Readable row) {
    int waiting = Columns.number(row, "waiting");
    UUID target = Columns.idOrNull(row, "target_id");
    if (target == null) {
      return new Found(waiting, -1, null, null);
    }
    return new Found(waiting, Columns.position(row, "position"), report(row, target), filing(row));
  }

  private static ReportView report(Readable row, UUID target) {
    UUID channel = Columns.idOrNull(row, "channel_id");
    return new ReportView(
        new ReportId(target),
        new ServerId(Columns.id(row, "server_id")),
        ReportTarget.named(Columns.text(row, "target_kind")),
        accused(row),
        Columns.flag(row, "accused_is_member"),
        message(row),
        channel == null ? null : new ChannelId(channel),
        Columns.number(row, "filings"),
        List.of(),
        Columns.time(row, "last_at"),
        resolution(row));
  }

  private static AuthorView accused(Readable row) {
    Author names = Author.of(row);
    return new AuthorView(
        new UserId(Columns.id(row, "accused_id")),
        names.username(),
        names.displayName(),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "accused_picture")),
        AuthorKind.USER);
  }

  private static @Nullable ReportedMessageView message(Readable row) {
    String content = Columns.textOrNull(row, "content");
    if (content == null) {
      return null;
    }
    Instant edited = Columns.timeOrNull(row, "edited_at");
    Instant first = Columns.timeOrNull(row, "first_at");
    return new ReportedMessageView(
        content,
        Columns.time(row, "created_at"),
        edited,
        edited != null && first != null && edited.isAfter(first));
  }

  private static @Nullable ResolutionView resolution(Readable row) {
    String outcome = Columns.textOrNull(row, "outcome");
    if (Columns.flag(row, "open") || outcome == null) {
      return null;
    }
    return new ResolutionView(
        ReportOutcome.named(outcome),
        Columns.textOrNull(row, "note"),
        author(Columns.id(row, "resolved_by"), Author.of(row, "by_")),
        Columns.time(row, "resolved_at"));
  }

  private static @Nullable FilingView filing(Readable row) {
    UUID reporter = Columns.idOrNull(row, "reporter_id");
    if (reporter == null) {
      return null;
    }
    boolean byFilter = reporter.equals(Columns.id(row, "server_id"));
    return new FilingView(
        byFilter ? null : author(reporter, Author.of(row, "filer_")),
        Columns.text(row, "category"),
        Columns.textOrNull(row, "text"),
        Columns.time(row, "filed_at"));
  }

  private static AuthorView author(UUID id, Author names) {
    return new AuthorView(
        new UserId(id), names.username(), names.displayName(), null, AuthorKind.USER);
  }
}
