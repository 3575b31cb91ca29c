package io.beep.query.server;

import io.beep.coreapi.server.BanPage;
import io.beep.coreapi.server.BanView;
import io.beep.coreapi.server.ListBans;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
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

/** Who is banned from a server, a page at a time along the key. */
final class BanReads {

  private static final int MOST = 1000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String PAGE =
      "select p.position, s.visibility, b.*, "
          + AccessColumns.MEMBER
          + "from (select "
          + Positions.DIRECTORY
          + " as position) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          """
          + AccessColumns.MY_ROLES
          + """
          left join lateral (
            select b.user_id as banned_id, b.reason, b.banned_by, b.banned_at,
                   u.username, u.display_name,
                   m.username as by_username, m.display_name as by_display_name
            from ban b
              left join user_profile u on u.id = b.user_id
              left join user_profile m on m.id = b.banned_by
            where b.server_id = s.id and b.user_id > :after
              and position(lower(:words)
                in lower(concat_ws(' ', u.username, u.display_name, b.reason))) > 0
            order by b.user_id limit :limit
          ) b on me.user_id is not null
          order by b.banned_id
          """;

  private final ReadModel readModel;
  private final Clock clock;

  BanReads(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<BanPage> page(ListBans query) {
    int limit = Math.clamp(query.limit(), 1, MOST);
    UserId after = query.after();
    Instant now = clock.instant();
    return readModel
        .list(
            PAGE,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value())
                    .bind("after", after == null ? BEFORE_ALL : after.value())
                    .bind("words", query.words().strip())
                    .bind("limit", limit + 1),
            row -> found(row, now))
        .thenApply(rows -> page(rows, limit));
  }

  private record Found(
      long position,
      @Nullable String visibility,
      boolean askingIsMember,
      boolean mayBan,
      @Nullable BanView ban) {}

  private static BanPage page(List<Found> rows, int limit) {
    Found first = rows.getFirst();
    if (!first.mayBan()) {
      throw first.askingIsMember() || Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.BAN_MEMBERS)
          : Refusals.notFound("server");
    }
    List<BanView> found = rows.stream().map(Found::ban).filter(Objects::nonNull).toList();
    return new BanPage(
        found.stream().limit(limit).toList(), found.size() > limit, first.position());
  }

  private static Found found(Readable row, Instant now) {
    MemberAccess asking = AccessColumns.member(row);
    return new Found(
        Columns.position(row, "position"),
        Columns.textOrNull(row, "visibility"),
        asking != null,
        asking != null
            && Permissions.effective(AccessColumns.server(row), asking, null, now)
                .contains(Permission.BAN_MEMBERS),
        ban(row));
  }

  private static @Nullable BanView ban(Readable row) {
    UUID id = Columns.idOrNull(row, "banned_id");
    if (id == null) {
      return null;
    }
    Author names = Author.of(row);
    return new BanView(
        new UserId(id),
        names.username(),
        names.displayName(),
        Columns.textOrNull(row, "reason"),
        new UserId(Columns.id(row, "banned_by")),
        Author.of(row, "by_").displayName(),
        Columns.time(row, "banned_at"));
  }
}
