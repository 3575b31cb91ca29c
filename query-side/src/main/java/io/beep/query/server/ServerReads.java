package io.beep.query.server;

import static io.beep.query.shared.AccessColumns.ALL_ROLES;
import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;
import static io.beep.query.shared.AccessColumns.MY_OVERWRITES;
import static io.beep.query.shared.AccessColumns.MY_ROLES;
import static io.beep.query.shared.AccessColumns.OWN_OVERWRITES;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Columns;
import io.beep.query.shared.Positions;
import io.beep.query.shared.ReadModel;
import io.beep.readmodel.channel.ChannelRow;
import io.beep.readmodel.server.ServerRow;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The statements behind what is asked about servers and their channels. */
final class ServerReads {

  private static final String SERVER =
      " s.name, s.description, s.visibility, s.tags, s.picture_id, s.banner_id, s.member_count, s.created_at, ";

  private static final String MINE =
      """
      left join (membership me join server s on s.id = me.server_id) on me.user_id = :asking
      """;

  private static final String ONE =
      """
      left join server s on s.id = :server
      left join membership me on me.server_id = s.id and me.user_id = :asking
      """;

  private static final String BY_JOINING = " order by me.joined_at, s.id";

  private final ReadModel readModel;

  ServerReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** Servers, and the place in the stream at which this was all of them. */
  record Servers(List<ServerEntry> entries, long position) {}

  /** Channels, and the place in the stream up to which their newest messages are known. */
  record Channels(List<ChannelEntry> entries, long timelinePosition) {}

  CompletableFuture<Servers> mine(UserId asking) {
    return servers(MINE + MY_ROLES + BY_JOINING, spec -> spec.bind("asking", asking.value()));
  }

  /** As {@link #mine}, with every role of each. */
  CompletableFuture<Servers> mineWithAllRoles(UserId asking) {
    return servers(MINE + ALL_ROLES + BY_JOINING, spec -> spec.bind("asking", asking.value()));
  }

  CompletableFuture<Servers> one(ServerId server, UserId asking) {
    return servers(
        ONE + MY_ROLES, spec -> spec.bind("asking", asking.value()).bind("server", server.value()));
  }

  /** Channels of the servers with what decides for who asks, in the order of their places. */
  CompletableFuture<Channels> channels(List<ServerId> servers, UserId asking) {
    return channels(servers, asking, MY_OVERWRITES);
  }

  /**
   * As {@link #channels(List, UserId)}, with every overwrite of its own, also where none counts.
   */
  CompletableFuture<Channels> channelsWithOwnOverwrites(List<ServerId> servers, UserId asking) {
    return channels(servers, asking, OWN_OVERWRITES);
  }

  /** The position stands alone in a row when there is no server. */
  private CompletableFuture<Servers> servers(
      String from, UnaryOperator<GenericExecuteSpec> values) {
    String sql =
        "select p.position, "
            + SERVER
            + MEMBER
            + " from (select "
            + Positions.DIRECTORY
            + " as position) p "
            + from;
    return readModel
        .list(sql, values, ServerReads::found)
        .thenApply(
            rows ->
                new Servers(
                    rows.stream().map(Found::entry).filter(Objects::nonNull).toList(),
                    rows.getFirst().position()));
  }

  private CompletableFuture<Channels> channels(
      List<ServerId> servers, UserId asking, String overwrites) {
    UUID[] ids = servers.stream().map(ServerId::value).toArray(UUID[]::new);
    if (ids.length == 0) {
      return CompletableFuture.completedFuture(new Channels(List.of(), Long.MAX_VALUE));
    }
    String sql =
        "select p.position, c.id, c.server_id, c.name, c.type, c.parent_id, c.topic, c.created_at,"
            + " c.synced, c.place, c.slow_mode,"
            + " (select m.id from message m where m.channel_id = c.id order by m.id desc limit 1)"
            + " as last_message_id, "
            + CHANNEL
            + " from (select "
            + Positions.TIMELINE
            + " as position) p cross join channel c join server s on s.id = c.server_id"
            + " left join membership me on me.server_id = c.server_id and me.user_id = :asking"
            + overwrites
            + " where c.server_id = any(:servers) order by c.place, c.id";
    return readModel
        .list(
            sql,
            spec -> spec.bind("asking", asking.value()).bind("servers", ids),
            row -> new FoundChannel(channel(row), Columns.position(row, "position")))
        .thenApply(
            rows ->
                new Channels(
                    rows.stream().map(FoundChannel::entry).toList(),
                    rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().position()));
  }

  private record Found(@Nullable ServerEntry entry, long position) {}

  private record FoundChannel(ChannelEntry entry, long position) {}

  private static Found found(Readable row) {
    long position = Columns.position(row, "position");
    UUID id = Columns.idOrNull(row, "server_id");
    return id == null ? new Found(null, position) : new Found(entry(row, id), position);
  }

  private static ServerEntry entry(Readable row, UUID id) {
    return new ServerEntry(
        new ServerRow(
            id,
            Columns.id(row, "owner_id"),
            Columns.text(row, "name"),
            Columns.textOrNull(row, "description"),
            Columns.text(row, "visibility"),
            Columns.number(row, "member_count"),
            Columns.time(row, "created_at"),
            Columns.texts(row, "tags"),
            Columns.textOrNull(row, "picture_id"),
            Columns.textOrNull(row, "banner_id")),
        AccessColumns.server(row),
        AccessColumns.member(row));
  }

  private static ChannelEntry channel(Readable row) {
    ChannelRow channel =
        new ChannelRow(
            Columns.id(row, "id"),
            Columns.id(row, "server_id"),
            Columns.text(row, "name"),
            Columns.text(row, "type"),
            Columns.idOrNull(row, "parent_id"),
            Columns.textOrNull(row, "topic"),
            Columns.time(row, "created_at"),
            Columns.flag(row, "synced"),
            Columns.text(row, "place"),
            Columns.number(row, "slow_mode"));
    return new ChannelEntry(
        channel,
        AccessColumns.channel(row, new ChannelId(channel.id()), new ServerId(channel.serverId())),
        Columns.idOrNull(row, "last_message_id"));
  }
}
