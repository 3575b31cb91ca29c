package io.beep.query.server;

import io.beep.coreapi.server.FindMembers;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.SearchMembers;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.PictureKind;
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

/**
 * The members of a server, a page at a time along the key. A membership keeps roles that are
 * deleted in case they come back; they are told of to nobody.
 */
final class MemberReads {

  private static final int MOST = 1000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String PAGE = members("m.user_id > :after");

  private static final String SOME = members("m.user_id = any(:users)");

  private static String members(String which) {
    return "select p.position, s.visibility, me.user_id is not null as asking_is_member,"
        + " m.user_id, m.roles, m.joined_at, m.timed_out_until, m.username, m.display_name, m.picture_id from (select "
        + Positions.DIRECTORY
        + " as position) p "
        + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          left join lateral (
            select m.user_id, m.joined_at, m.timed_out_until, u.username, u.display_name,
              u.picture_id,
              array(
                select given.id from unnest(m.roles) with ordinality given (id, place)
                where exists (select from role r where r.id = given.id)
                order by given.place) as roles
            from membership m left join user_profile u on u.id = m.user_id
            where m.server_id = s.id and %s
            order by m.user_id limit :limit
          ) m on me.user_id is not null
          order by m.user_id
          """
            .formatted(which);
  }

  /** Of a server that is no larger, each member's name is looked at. */
  static final int FEW = 10_000;

  /** Of a larger one, so many of the names that fit are looked up among its members. */
  static final int WALK = 20_000;

  /** As the keys of names are made. */
  private static final String FOLDED =
      "lower(regexp_replace(normalize(cast(:words as text), NFKD), '[\\u0300-\\u036f]', '', 'g'))";

  /** Both are bounded, by the size of a small server and by the length of a walk along an index. */
  private static final String NAMED =
      "select p.position, s.visibility, me.user_id is not null as asking_is_member,"
          + " m.user_id, m.roles, m.joined_at, m.timed_out_until, m.username, m.display_name, m.picture_id from (select "
          + Positions.DIRECTORY
          + " as position, "
          + FOLDED
          + " collate \"C\" as low, ("
          + FOLDED
          + " || chr(1114111)) collate \"C\" as high) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          left join lateral (
            select m.user_id, m.joined_at, m.timed_out_until, u.username, u.display_name,
              u.picture_id, u.name_key,
              array(
                select given.id from unnest(m.roles) with ordinality given (id, place)
                where exists (select from role r where r.id = given.id)
                order by given.place) as roles
            from (
                select e.user_id
                from membership e join user_profile n on n.id = e.user_id
                where s.member_count <= %1$d and e.server_id = s.id
                  and (n.username_key >= p.low and n.username_key < p.high
                    or n.name_key >= p.low and n.name_key < p.high
                    or n.surname_key >= p.low and n.surname_key < p.high)
              union
                select e.user_id
                from (%3$s union all %4$s union all %5$s) n
                  join membership e on e.server_id = s.id and e.user_id = n.id
            ) found
              join membership m on m.server_id = s.id and m.user_id = found.user_id
              join user_profile u on u.id = found.user_id
            order by u.name_key, u.id limit :limit
          ) m on me.user_id is not null
          order by m.name_key, m.user_id
          """
              .formatted(FEW, WALK, walk("username_key"), walk("name_key"), walk("surname_key"));

  private static String walk(String key) {
    return """
           (select id from user_profile
            where s.member_count > %1$d and %3$s >= p.low and %3$s < p.high
            order by %3$s limit %2$d)
           """
        .formatted(FEW, WALK, key);
  }

  private final ReadModel readModel;
  private final Clock clock;

  MemberReads(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  CompletableFuture<MemberPage> page(ListMembers query) {
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
                    .bind("limit", limit + 1),
            row -> found(row, now))
        .thenApply(rows -> page(rows, limit));
  }

  CompletableFuture<MemberPage> some(FindMembers query) {
    Instant now = clock.instant();
    UUID[] users =
        query.users().stream().limit(FindMembers.MOST).map(UserId::value).toArray(UUID[]::new);
    return readModel
        .list(
            SOME,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value())
                    .bind("users", users)
                    .bind("limit", FindMembers.MOST),
            row -> found(row, now))
        .thenApply(rows -> page(rows, FindMembers.MOST));
  }

  CompletableFuture<MemberPage> named(SearchMembers query) {
    int limit = Math.clamp(query.limit(), 1, SearchMembers.MOST);
    Instant now = clock.instant();
    return readModel
        .list(
            NAMED,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value())
                    .bind("words", query.words().strip())
                    .bind("limit", limit + 1),
            row -> found(row, now))
        .thenApply(rows -> page(rows, limit));
  }

  private record Found(
      long position,
      @Nullable String visibility,
      boolean askingIsMember,
      @Nullable MemberView member) {}

  private static MemberPage page(List<Found> rows, int limit) {
    Found first = rows.getFirst();
    if (!first.askingIsMember()) {
      throw Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(Permission.VIEW_CHANNEL)
          : Refusals.notFound("server");
    }
    List<MemberView> found = rows.stream().map(Found::member).filter(Objects::nonNull).toList();
    return new MemberPage(
        found.stream().limit(limit).toList(), found.size() > limit, first.position());
  }

  private static Found found(Readable row, Instant now) {
    return new Found(
        Columns.position(row, "position"),
        Columns.textOrNull(row, "visibility"),
        Columns.flag(row, "asking_is_member"),
        member(row, now));
  }

  private static @Nullable MemberView member(Readable row, Instant now) {
    UUID id = Columns.idOrNull(row, "user_id");
    if (id == null) {
      return null;
    }
    Author names = Author.of(row);
    Instant until = Columns.timeOrNull(row, "timed_out_until");
    return new MemberView(
        new UserId(id),
        names.username(),
        names.displayName(),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "picture_id")),
        Columns.ids(row, "roles").stream().map(RoleId::new).toList(),
        Columns.time(row, "joined_at"),
        until != null && now.isBefore(until) ? until : null);
  }
}
