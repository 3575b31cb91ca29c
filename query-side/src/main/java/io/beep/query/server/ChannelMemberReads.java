package io.beep.query.server;

import static io.beep.query.shared.AccessColumns.ALL_OVERWRITES;
import static io.beep.query.shared.AccessColumns.ALL_ROLES;
import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;

import io.beep.coreapi.server.ChannelMemberPage;
import io.beep.coreapi.server.ListChannelMembers;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a channel: first what decides it, then members until the page is full. The members
 * may be newer than the position that the answer bears; whoever applies what came after it finds
 * them so already.
 */
final class ChannelMemberReads {

  /** So many members are looked at for one page, in so many steps at most. */
  private static final int CHUNK = 1_000;

  private static final int CHUNKS = 5;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String ACCESS =
      "select c.id as channel_id, "
          + Positions.DIRECTORY
          + " as position,"
          + MEMBER
          + ","
          + CHANNEL
          + " from channel c join server s on s.id = c.server_id"
          + " left join membership me on me.server_id = s.id and me.user_id = :asking "
          + ALL_ROLES
          + ALL_OVERWRITES
          + " where c.id = :channel";

  /** Whoever has none of these roles, and is none of these people, cannot see it. */
  private static final String MEMBERS =
      """
      select m.user_id, m.roles, m.joined_at, m.timed_out_until, u.username, u.display_name,
        u.picture_id
      from membership m left join user_profile u on u.id = m.user_id
      where m.server_id = :server and m.user_id > :after
        and (:all or m.roles && :roles or m.user_id = any(:users))
      order by m.user_id limit :limit
      """;

  private final ReadModel readModel;

  ChannelMemberReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  private record Access(ServerAccess server, ChannelAccess channel, boolean sees, long position) {

    boolean isSeenBy(MemberAccess member, Instant now) {
      return Permissions.effective(server, member, channel, now).contains(Permission.VIEW_CHANNEL);
    }
  }

  private record Found(MemberAccess access, MemberView view) {}

  CompletableFuture<ChannelMemberPage> page(ListChannelMembers query, Instant now) {
    int limit = Math.clamp(query.limit(), 1, ListChannelMembers.MOST);
    UserId after = query.after();
    return readModel
        .list(
            ACCESS,
            spec ->
                spec.bind("asking", query.asking().value())
                    .bind("channel", query.channelId().value()),
            row -> access(row, now))
        .thenApply(ChannelMemberReads::requireSeen)
        .thenCompose(
            access ->
                fill(
                    access,
                    after == null ? BEFORE_ALL : after.value(),
                    limit,
                    now,
                    List.of(),
                    CHUNKS));
  }

  private static Access requireSeen(List<Access> rows) {
    if (rows.isEmpty() || !rows.getFirst().sees()) {
      throw Refusals.notFound("channel");
    }
    return rows.getFirst();
  }

  private CompletableFuture<ChannelMemberPage> fill(
      Access access, UUID after, int limit, Instant now, List<MemberView> found, int chunksLeft) {
    // Most of those who are read can see it, so that little more is read than is shown.
    int size = chunksLeft == CHUNKS ? limit + 1 : CHUNK;
    return members(access, after, size, now)
        .thenCompose(
            rows -> {
              List<MemberView> page = new ArrayList<>(found);
              for (Found row : rows) {
                if (access.isSeenBy(row.access(), now)) {
                  if (page.size() == limit) {
                    UserId next = page.getLast().userId();
                    return CompletableFuture.completedFuture(pageOf(access, page, next));
                  }
                  page.add(row.view());
                }
              }
              if (rows.size() < size) {
                return CompletableFuture.completedFuture(pageOf(access, page, null));
              }
              UserId last = rows.getLast().view().userId();
              return chunksLeft == 1
                  ? CompletableFuture.completedFuture(pageOf(access, page, last))
                  : fill(access, last.value(), limit, now, page, chunksLeft - 1);
            });
  }

  private static ChannelMemberPage pageOf(
      Access access, List<MemberView> page, @Nullable UserId next) {
    return new ChannelMemberPage(access.server().serverId(), page, next, access.position());
  }

  private CompletableFuture<List<Found>> members(Access access, UUID after, int size, Instant now) {
    ServerAccess server = access.server();
    MemberAccess nobody = new MemberAccess(new UserId(BEFORE_ALL), Set.<RoleId>of(), null);
    Set<UUID> roles = new HashSet<>();
    for (RoleId role : server.roles().keySet()) {
      MemberAccess holder = new MemberAccess(new UserId(BEFORE_ALL), Set.of(role), null);
      if (access.isSeenBy(holder, now) || access.channel().roles().containsKey(role)) {
        roles.add(role.value());
      }
    }
    Set<UUID> users = new HashSet<>(Set.of(server.ownerId().value()));
    access.channel().members().keySet().forEach(user -> users.add(user.value()));
    return readModel.list(
        MEMBERS,
        spec ->
            spec.bind("server", server.serverId().value())
                .bind("after", after)
                .bind("all", access.isSeenBy(nobody, now))
                .bind("roles", roles.toArray(UUID[]::new))
                .bind("users", users.toArray(UUID[]::new))
                .bind("limit", size),
        row -> found(row, server, now));
  }

  private static Access access(Readable row, Instant now) {
    ServerAccess server = AccessColumns.server(row);
    ChannelAccess channel =
        AccessColumns.channel(row, new ChannelId(Columns.id(row, "channel_id")), server.serverId());
    MemberAccess asking = AccessColumns.member(row);
    boolean sees =
        Permissions.effective(server, asking, channel, now).contains(Permission.VIEW_CHANNEL);
    return new Access(server, channel, sees, Columns.position(row, "position"));
  }

  /** A membership keeps roles that are deleted in case they come back; nobody is told of them. */
  private static Found found(Readable row, ServerAccess server, Instant now) {
    UserId user = new UserId(Columns.id(row, "user_id"));
    List<RoleId> roles =
        Columns.ids(row, "roles").stream()
            .map(RoleId::new)
            .filter(server.roles()::containsKey)
            .toList();
    Instant until = Columns.timeOrNull(row, "timed_out_until");
    Author names = Author.of(row);
    return new Found(
        new MemberAccess(user, Set.copyOf(roles), until),
        new MemberView(
            user,
            names.username(),
            names.displayName(),
            PictureKind.PICTURE.address(Columns.textOrNull(row, "picture_id")),
            roles,
            Columns.time(row, "joined_at"),
            until != null && now.isBefore(until) ? until : null));
  }
}
