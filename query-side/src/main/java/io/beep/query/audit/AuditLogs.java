package io.beep.query.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Stretches of an audit log, along the places of the acts in the event stream. */
final class AuditLogs {

  private static final String FROM =
      "select p.position as known, s.visibility, e.*, "
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
          + " left join lateral (select"
          + AuditColumns.ALL
          + "from (select * from audit_entry a where a.server_id = s.id"
          + " and not a.copied";

  private static final String TO =
      " limit :limit) a"
          + AuditColumns.NAMES
          + ") e on me.user_id is not null order by e.place desc";

  private final ReadModel readModel;
  private final VisibleChannels channels;
  private final Clock clock;

  AuditLogs(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.channels = new VisibleChannels(readModel);
    this.clock = clock;
  }

  CompletableFuture<AuditLogPage> page(ListAuditLog query) {
    Instant now = clock.instant();
    int limit = Math.clamp(query.limit(), 1, ListAuditLog.MOST);
    return readModel
        .list(sql(query), spec -> bind(spec, query, limit + 1), row -> found(row, now))
        .thenCompose(rows -> told(rows, query, limit, now));
  }

  private static String sql(ListAuditLog query) {
    ListAuditLog.Filter filter = query.filter();
    StringBuilder sql = new StringBuilder(FROM);
    when(filter.actor(), " and a.actor_id = :actor", sql);
    when(filter.action(), " and a.action = :action", sql);
    when(filter.target(), " and (a.target_id = :target or a.related_id = :target)", sql);
    when(filter.from(), " and a.at >= :from", sql);
    when(filter.to(), " and a.at < :to", sql);
    when(query.before(), " and a.position < :before", sql);
    when(query.after(), " and a.position > :after", sql);
    sql.append(" order by a.position ").append(query.after() == null ? "desc" : "asc");
    return sql.append(TO).toString();
  }

  private static void when(@Nullable Object given, String condition, StringBuilder sql) {
    if (given != null) {
      sql.append(condition);
    }
  }

  private static GenericExecuteSpec bind(GenericExecuteSpec spec, ListAuditLog query, int limit) {
    ListAuditLog.Filter filter = query.filter();
    GenericExecuteSpec bound =
        spec.bind("server", query.serverId().value())
            .bind("asking", query.asking().value())
            .bind("limit", limit);
    bound = bound(bound, "actor", filter.actor() == null ? null : filter.actor().value());
    bound = bound(bound, "action", filter.action());
    bound = bound(bound, "target", filter.target());
    bound = bound(bound, "from", filter.from());
    bound = bound(bound, "to", filter.to());
    bound = bound(bound, "before", query.before());
    return bound(bound, "after", query.after());
  }

  private static GenericExecuteSpec bound(
      GenericExecuteSpec spec, String name, @Nullable Object value) {
    return value == null ? spec : spec.bind(name, value);
  }

  /**
   * @param asking null for who is no member
   * @param access null when there is no such server
   * @param channel that one must see to be told of the act
   */
  private record Found(
      long known,
      @Nullable String visibility,
      @Nullable ServerAccess access,
      @Nullable MemberAccess asking,
      PermissionSet permissions,
      @Nullable AuditEntryView entry,
      @Nullable UUID channel) {

    long position() {
      return Objects.requireNonNull(entry).position();
    }
  }

  private CompletableFuture<AuditLogPage> told(
      List<Found> rows, ListAuditLog query, int limit, Instant now) {
    Found first = rows.getFirst();
    ServerAccess server = first.access();
    MemberAccess asking = first.asking();
    if (server == null || asking == null) {
      throw Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.VIEW_AUDIT_LOG)
          : Refusals.notFound("server");
    }
    if (!first.permissions().contains(Permission.VIEW_AUDIT_LOG)) {
      throw Refusals.missing(Permission.VIEW_AUDIT_LOG);
    }
    Set<UUID> mentioned =
        rows.stream().map(Found::channel).filter(Objects::nonNull).collect(Collectors.toSet());
    return channels
        .among(mentioned, server, asking, now)
        .thenApply(visible -> page(rows, query, limit, visible));
  }

  private static AuditLogPage page(
      List<Found> rows, ListAuditLog query, int limit, Set<UUID> visible) {
    List<Found> entries = new ArrayList<>(rows);
    entries.removeIf(row -> row.entry() == null);
    boolean more = entries.size() > limit;
    boolean forward = query.after() != null;
    // The one too many is the farthest from where the page begins: the newest when going forward.
    List<Found> within =
        !more ? entries : forward ? entries.subList(1, entries.size()) : entries.subList(0, limit);
    List<AuditEntryView> items =
        within.stream()
            .map(row -> seen(row, visible, query.asking().value()))
            // That something was done to just this channel must not be told by asking for it.
            .filter(entry -> query.filter().target() == null || !entry.withheld())
            .toList();
    boolean any = !within.isEmpty();
    return new AuditLogPage(
        items,
        any && (forward || more) ? within.getLast().position() : null,
        any && (forward ? more : query.before() != null) ? within.getFirst().position() : null,
        rows.getFirst().known());
  }

  private static AuditEntryView seen(Found row, Set<UUID> visible, UUID asking) {
    AuditEntryView entry = Objects.requireNonNull(row.entry());
    if (row.channel() != null && !visible.contains(row.channel())) {
      return entry.withhold();
    }
    return row.permissions().contains(Permission.MANAGE_SERVER)
            || entry.actor().id().value().equals(asking)
        ? entry
        : InvitationCodes.cut(entry);
  }

  private static Found found(Readable row, Instant now) {
    UUID id = Columns.idOrNull(row, "server_id");
    ServerAccess server = id == null ? null : AccessColumns.server(row);
    MemberAccess asking = AccessColumns.member(row);
    return new Found(
        Columns.position(row, "known"),
        Columns.textOrNull(row, "visibility"),
        server,
        asking,
        server == null ? PermissionSet.NONE : Permissions.effective(server, asking, null, now),
        row.get("place", Long.class) == null ? null : AuditColumns.entry(row),
        Columns.idOrNull(row, "channel_id"));
  }
}
