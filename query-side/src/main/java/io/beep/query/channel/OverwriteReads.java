package io.beep.query.channel;

import static io.beep.query.shared.AccessColumns.ALL_OVERWRITES;
import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;
import static io.beep.query.shared.AccessColumns.MY_ROLES;

import io.beep.coreapi.channel.ChannelOverwritesView;
import io.beep.coreapi.channel.ChannelOverwritesView.Item;
import io.beep.coreapi.channel.GetChannelOverwrites;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The overwrites that count in a channel, and who may see them, out of one snapshot. */
final class OverwriteReads {

  private static final String ALL =
      "select c.id as channel_id, c.synced, "
          + Positions.DIRECTORY
          + " as position,"
          + MEMBER
          + ","
          + CHANNEL
          + " from channel c join server s on s.id = c.server_id"
          + " left join membership me on me.server_id = s.id and me.user_id = :asking "
          + MY_ROLES
          + ALL_OVERWRITES
          + " where c.id = :channel";

  private final ReadModel readModel;

  OverwriteReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  CompletableFuture<ChannelOverwritesView> all(GetChannelOverwrites query, Instant now) {
    return readModel
        .list(
            ALL,
            spec ->
                spec.bind("asking", query.asking().value())
                    .bind("channel", query.channelId().value()),
            row -> found(row, now))
        .thenApply(OverwriteReads::view);
  }

  private record Found(
      PermissionSet permissions, ChannelAccess access, boolean synced, long position) {}

  private static ChannelOverwritesView view(List<Found> rows) {
    if (rows.isEmpty() || !rows.getFirst().permissions().contains(Permission.VIEW_CHANNEL)) {
      throw Refusals.notFound("channel");
    }
    Found found = rows.getFirst();
    if (!found.permissions().contains(Permission.MANAGE_ROLES)) {
      throw Refusals.missing(Permission.MANAGE_ROLES);
    }
    return new ChannelOverwritesView(
        found.access().channelId(), found.synced(), items(found.access()), found.position());
  }

  private static List<Item> items(ChannelAccess access) {
    UUID everyone = RoleId.everyone(access.serverId()).value();
    return Stream.concat(
            items(access.roles(), OverwriteKind.ROLE),
            items(access.members(), OverwriteKind.MEMBER))
        .sorted(
            Comparator.comparing((Item item) -> !item.id().equals(everyone))
                .thenComparing(Item::kind)
                .thenComparing(item -> item.id().toString()))
        .toList();
  }

  private static Stream<Item> items(
      Map<? extends Identifier, Overwrite> overwrites, OverwriteKind kind) {
    return overwrites.entrySet().stream()
        .map(
            entry ->
                new Item(
                    entry.getKey().value(),
                    kind,
                    entry.getValue().allow(),
                    entry.getValue().deny()));
  }

  private static Found found(Readable row, Instant now) {
    ServerAccess server = AccessColumns.server(row);
    ChannelAccess access =
        AccessColumns.channel(row, new ChannelId(Columns.id(row, "channel_id")), server.serverId());
    return new Found(
        Permissions.effective(server, AccessColumns.member(row), access, now),
        access,
        Columns.flag(row, "synced"),
        Columns.position(row, "position"));
  }
}
