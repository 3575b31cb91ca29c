package io.beep.query.moderation;

import io.beep.coreapi.moderation.GetOwnLimits;
import io.beep.coreapi.moderation.GetSafety;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.moderation.OwnLimitsView;
import io.beep.coreapi.moderation.SafetyView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a server keeps itself safe; the quota keeps its words few. */
final class SafetyReads {

  private static final String WORDS =
      "select p.position, s.visibility, w.blocked, w.reported,"
          + " coalesce(n.seconds, 0) as seconds, me.joined_at, me.trusted, "
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
            select array_agg(f.word order by f.word) filter (where f.action = 'block') as blocked,
              array_agg(f.word order by f.word) filter (where f.action = 'report') as reported
            from forbidden_word f where f.server_id = s.id
          ) w on true
          left join new_member_limit n on n.server_id = s.id
          """;

  private final ReadModel readModel;
  private final Clock clock;
  private final NewAccounts accounts;

  SafetyReads(ReadModel readModel, Clock clock, NewAccounts accounts) {
    this.readModel = readModel;
    this.clock = clock;
    this.accounts = accounts;
  }

  CompletableFuture<SafetyView> of(GetSafety query) {
    Instant now = clock.instant();
    return readModel
        .list(
            WORDS,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value()),
            row -> view(row, now))
        .thenApply(List::getFirst);
  }

  CompletableFuture<OwnLimitsView> limitsOf(GetOwnLimits query) {
    Instant now = clock.instant();
    return readModel
        .list(
            WORDS,
            spec ->
                spec.bind("server", query.serverId().value())
                    .bind("asking", query.asking().value()),
            row -> limits(row, now))
        .thenApply(List::getFirst);
  }

  private OwnLimitsView limits(Readable row, Instant now) {
    MemberAccess asking = AccessColumns.member(row);
    boolean isPublic = Visibility.PUBLIC.wireName().equals(Columns.textOrNull(row, "visibility"));
    if (asking == null) {
      throw Refusals.notFound(isPublic ? "membership" : "server");
    }
    ServerAccess server = AccessColumns.server(row);
    long seconds = Columns.longNumber(row, "seconds");
    Instant until =
        later(
            seconds == 0 ? null : Columns.time(row, "joined_at").plusSeconds(seconds),
            isPublic ? accounts.until(asking.userId()) : null);
    if (until == null) {
      return new OwnLimitsView(null, Columns.position(row, "position"));
    }
    boolean limited =
        now.isBefore(until)
            && !Columns.flag(row, "trusted")
            && asking.roles().stream().noneMatch(server.roles()::containsKey)
            && !server.ownerId().equals(asking.userId())
            && !Permissions.effective(server, asking, null, now)
                .contains(Permission.MANAGE_MESSAGES);
    return new OwnLimitsView(
        limited ? until.truncatedTo(ChronoUnit.MILLIS) : null, Columns.position(row, "position"));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static SafetyView view(Readable row, Instant now) {
    MemberAccess asking = AccessColumns.member(row);
    if (asking == null) {
      throw Visibility.PUBLIC.wireName().equals(Columns.textOrNull(row, "visibility"))
          ? Refusals.missing(Permission.MANAGE_SERVER)
          : Refusals.notFound("server");
    }
    if (!Permissions.effective(AccessColumns.server(row), asking, null, now)
        .contains(Permission.MANAGE_SERVER)) {
      throw Refusals.missing(Permission.MANAGE_SERVER);
    }
    return new SafetyView(
        Columns.texts(row, "blocked"),
        Columns.texts(row, "reported"),
        Columns.longNumber(row, "seconds"),
        Columns.position(row, "position"));
  }
}
