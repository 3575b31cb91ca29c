package io.beep.query.message;

import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;
import static io.beep.query.shared.AccessColumns.MY_OVERWRITES;
import static io.beep.query.shared.AccessColumns.MY_ROLES;

import io.beep.coreapi.message.SearchMessages;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.Refusals;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which channels someone may see and read, of those in which they search. */
final class ReadableChannels {

  private static final String COLUMNS =
      "select s.visibility, c.id as access_channel, " + MEMBER + "," + CHANNEL;

  private static final String OF_MINE =
      COLUMNS
          + " from membership me join server s on s.id = me.server_id"
          + " join channel c on c.server_id = s.id "
          + MY_ROLES
          + MY_OVERWRITES
          + " where me.user_id = :asking";

  private static final String OF_SERVER =
      COLUMNS
          + " from server s left join membership me on me.server_id = s.id and me.user_id = :asking"
          + " left join channel c on c.server_id = s.id "
          + MY_ROLES
          + MY_OVERWRITES
          + " where s.id = :server";

  private static final String ONE =
      COLUMNS
          + " from channel c join server s on s.id = c.server_id"
          + " left join membership me on me.server_id = s.id and me.user_id = :asking "
          + MY_ROLES
          + MY_OVERWRITES
          + " where c.id = :channel";

  private final ReadModel readModel;
  private final Clock clock;

  ReadableChannels(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  private record Found(
      ServerAccess server,
      boolean publicServer,
      boolean member,
      boolean keepsOrder,
      @Nullable ChannelId channel,
      PermissionSet permissions) {

    boolean isReadable() {
      return channel != null
          && permissions.contains(Permission.VIEW_CHANNEL)
          && permissions.contains(Permission.READ_HISTORY);
    }
  }

  /** Refuses when the search names a server or channel that is not for the one who asks. */
  CompletableFuture<Set<ChannelId>> of(SearchMessages search) {
    if (search.channelId() != null) {
      return oneChannel(search, search.channelId());
    }
    return search.serverId() == null
        ? ofMine(search)
        : ofServer(search.asking(), search.serverId().value())
            .thenApply(ReadableChannels::readable);
  }

  /** Of a server, for one who keeps order there; refuses all others. */
  CompletableFuture<Set<ChannelId>> ofKeeper(UserId asking, ServerId server) {
    return ofServer(asking, server.value())
        .thenApply(
            rows -> {
              if (!rows.getFirst().keepsOrder()) {
                throw Refusals.missing(Permission.MANAGE_MESSAGES);
              }
              return readable(rows);
            });
  }

  private CompletableFuture<Set<ChannelId>> ofMine(SearchMessages search) {
    return readModel
        .list(OF_MINE, spec -> spec.bind("asking", search.asking().value()), found())
        .thenApply(ReadableChannels::readable);
  }

  /** At least one, though perhaps of no channel. */
  private CompletableFuture<List<Found>> ofServer(UserId asking, UUID server) {
    return readModel
        .list(
            OF_SERVER, spec -> spec.bind("asking", asking.value()).bind("server", server), found())
        .thenApply(
            rows -> {
              requireMember(rows);
              return rows;
            });
  }

  private CompletableFuture<Set<ChannelId>> oneChannel(SearchMessages search, ChannelId channel) {
    return readModel
        .list(
            ONE,
            spec -> spec.bind("asking", search.asking().value()).bind("channel", channel.value()),
            found())
        .thenApply(
            rows -> {
              if (rows.isEmpty() || isElsewhere(search, rows.getFirst())) {
                throw Refusals.notFound("channel");
              }
              Refusals.requireReader(rows.getFirst().permissions(), "channel");
              return readable(rows);
            });
  }

  private static boolean isElsewhere(SearchMessages search, Found channel) {
    return search.serverId() != null && !search.serverId().equals(channel.server().serverId());
  }

  private static void requireMember(List<Found> rows) {
    if (rows.isEmpty()) {
      throw Refusals.notFound("server");
    }
    if (!rows.getFirst().member()) {
      throw rows.getFirst().publicServer()
          ? Refusals.missing(Permission.VIEW_CHANNEL)
          : Refusals.notFound("server");
    }
  }

  private static Set<ChannelId> readable(List<Found> rows) {
    return rows.stream()
        .filter(Found::isReadable)
        .flatMap(row -> java.util.stream.Stream.ofNullable(row.channel()))
        .collect(Collectors.toSet());
  }

  private java.util.function.Function<Readable, Found> found() {
    Instant now = clock.instant();
    return row -> found(row, now);
  }

  private static Found found(Readable row, Instant now) {
    ServerAccess server = AccessColumns.server(row);
    UUID id = Columns.idOrNull(row, "access_channel");
    var member = AccessColumns.member(row);
    boolean isPublic = Visibility.PUBLIC.wireName().equals(Columns.text(row, "visibility"));
    boolean keepsOrder =
        Permissions.effective(server, member, null, now).contains(Permission.MANAGE_MESSAGES);
    if (id == null) {
      return new Found(server, isPublic, member != null, keepsOrder, null, PermissionSet.NONE);
    }
    ChannelId channel = new ChannelId(id);
    return new Found(
        server,
        isPublic,
        member != null,
        keepsOrder,
        channel,
        Permissions.effective(
            server, member, AccessColumns.channel(row, channel, server.serverId()), now));
  }
}
