package io.beep.query.permission;

import static io.beep.query.shared.AccessColumns.ALL_ROLES;
import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;
import static io.beep.query.shared.AccessColumns.OWN_OVERWRITES;

import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessPicture;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements behind the preview of a change. */
final class PreviewReads {

  private static final String SERVER =
      "select "
          + Positions.DIRECTORY
          + " as position, s.visibility,"
          + MEMBER
          + " from server s"
          + " left join membership me on me.server_id = s.id and me.user_id = :asking"
          + ALL_ROLES
          + " where s.id = :server";

  private static final String CHANNELS =
      "select c.id, c.name, c.parent_id, c.synced,"
          + CHANNEL
          + " from channel c"
          + OWN_OVERWRITES
          + " where c.server_id = :server order by c.id";

  /**
   * Members who have the same roles that matter are one group; whoever an overwrite is for is one
   * alone. The database counts them, so what comes back is bounded however many there are. The
   * space after the colon keeps it from being a parameter.
   */
  private static final String GROUPS =
      """
      select m.roles, m.timed_out, count(*)::int as members,
        (array_agg(m.user_id order by m.user_id))[1 : %d] as first_ids
      from (
        select m.user_id, coalesce(m.timed_out_until > :now, false) as timed_out,
          case when own.target_id is not null then m.user_id end as own_id,
          array(select r from unnest(m.roles) r where r = any(:matter) order by r) as roles
        from membership m
        left join (
          select distinct o.target_id from channel_overwrite o
          where o.server_id = :server and o.target_kind = 'member'
        ) own on own.target_id = m.user_id
        where m.server_id = :server and m.user_id <> :owner and %s
      ) m
      group by m.roles, m.timed_out, m.own_id
      order by members desc, first_ids
      limit :most
      """;

  private static final String NAMES =
      "select id, username, display_name from user_profile where id = any(:ids)";

  /** Whom a change can concern. */
  enum Reach {
    EVERYONE("true"),
    HOLDERS(":target = any(m.roles)"),
    ONE("m.user_id = :target");

    private final String condition;

    Reach(String condition) {
      this.condition = condition;
    }
  }

  private final ReadModel readModel;

  PreviewReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * @param asking null for who is no member
   */
  record Server(
      ServerAccess access, boolean isPublic, @Nullable MemberAccess asking, long position) {}

  /** A channel of the server with its own overwrites, whether or not they count. */
  record Channel(String name, AccessPicture.Place place) {}

  /**
   * Members who are alike.
   *
   * @param alike one of them
   * @param some of their ids
   */
  record Group(MemberAccess alike, int members, List<UserId> some) {}

  /** None or one. */
  CompletableFuture<List<Server>> server(ServerId server, UserId asking) {
    return readModel.list(
        SERVER,
        spec -> spec.bind("server", server.value()).bind("asking", asking.value()),
        row ->
            new Server(
                AccessColumns.server(row),
                Visibility.PUBLIC.wireName().equals(Columns.text(row, "visibility")),
                AccessColumns.member(row),
                Columns.position(row, "position")));
  }

  CompletableFuture<List<Channel>> channels(ServerId server) {
    return readModel.list(
        CHANNELS, spec -> spec.bind("server", server.value()), row -> channel(row, server));
  }

  /**
   * The largest first, without the owner, whom nothing concerns.
   *
   * @param target of what reaches only holders of a role or one member
   * @param some how many ids of each
   */
  CompletableFuture<List<Group>> groups(
      ServerAccess server,
      Collection<RoleId> matter,
      Reach reach,
      UUID target,
      Instant now,
      int most,
      int some) {
    UUID[] roles = matter.stream().map(RoleId::value).toArray(UUID[]::new);
    return readModel.list(
        GROUPS.formatted(some, reach.condition),
        spec -> {
          var bound =
              spec.bind("server", server.serverId().value())
                  .bind("owner", server.ownerId().value())
                  .bind("matter", roles)
                  .bind("now", now)
                  .bind("most", most);
          return reach == Reach.EVERYONE ? bound : bound.bind("target", target);
        },
        row -> group(row, now));
  }

  CompletableFuture<Map<UserId, Author>> names(Collection<UserId> users) {
    UUID[] ids = users.stream().map(UserId::value).toArray(UUID[]::new);
    return readModel
        .list(
            NAMES,
            spec -> spec.bind("ids", ids),
            row -> Map.entry(new UserId(Columns.id(row, "id")), Author.of(row)))
        .thenApply(
            found -> {
              Map<UserId, Author> names = new HashMap<>();
              found.forEach(one -> names.put(one.getKey(), one.getValue()));
              return names;
            });
  }

  private static Channel channel(Readable row, ServerId server) {
    UUID folder = Columns.idOrNull(row, "parent_id");
    return new Channel(
        Columns.text(row, "name"),
        new AccessPicture.Place(
            AccessColumns.channel(row, new ChannelId(Columns.id(row, "id")), server),
            folder == null ? null : new ChannelId(folder),
            Columns.flag(row, "synced")));
  }

  /** A time-out that lasts longer than the look, for who is timed out. */
  private static Group group(Readable row, Instant now) {
    List<UserId> some = Columns.ids(row, "first_ids").stream().map(UserId::new).toList();
    return new Group(
        new MemberAccess(
            some.getFirst(),
            Columns.ids(row, "roles").stream().map(RoleId::new).collect(Collectors.toSet()),
            Columns.flag(row, "timed_out") ? now.plusSeconds(1) : null),
        Columns.number(row, "members"),
        some);
  }
}
