package io.beep.query.message;

import static io.beep.query.shared.AccessColumns.CHANNEL;
import static io.beep.query.shared.AccessColumns.MEMBER;
import static io.beep.query.shared.AccessColumns.MY_OVERWRITES;
import static io.beep.query.shared.AccessColumns.MY_ROLES;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.ChannelId;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind histories: who may read, the page, and the position at which it was true,
 * all of one snapshot and in one round trip.
 */
final class HistoryReads {

  private static final String ACCESS =
      " from channel c join server s on s.id = c.server_id"
          + " left join membership me on me.server_id = s.id and me.user_id = :asking "
          + MY_ROLES
          + MY_OVERWRITES;

  /** The access is repeated on each row, and is small: only what concerns who asks. */
  private static final String PAGE =
      "with access as materialized (select c.id as access_channel, "
          + Positions.TIMELINE
          + " as position,"
          + MEMBER
          + ","
          + CHANNEL
          + ACCESS
          + " where c.id = :channel), page as ("
          + " (select * from message where channel_id = :channel and id < :pivot"
          + " order by id desc limit :older)"
          + " union all"
          + " (select * from message where channel_id = :channel and id >= :pivot"
          + " order by id limit :newer))"
          + " select access.*, m.id < :pivot as is_older,"
          + MessageColumns.ALL
          + " from access left join page m on true"
          + MessageColumns.AUTHOR
          + " order by m.id";

  private static final String ONE =
      "select c.id as access_channel, 0::bigint as position, true as is_older,"
          + MEMBER
          + ","
          + CHANNEL
          + ","
          + MessageColumns.ALL
          + ACCESS
          + " join message m on m.channel_id = c.id and m.id = :message"
          + MessageColumns.AUTHOR;

  private final ReadModel readModel;

  HistoryReads(ReadModel readModel) {
    this.readModel = readModel;
  }

  private record Found(
      PermissionSet permissions, long position, boolean older, @Nullable MessageView message) {}

  CompletableFuture<MessagePage> page(ListChannelMessages query, Instant now) {
    HistoryWindow window = HistoryWindow.of(query);
    return readModel
        .list(
            PAGE,
            spec ->
                spec.bind("asking", query.asking().value())
                    .bind("channel", query.channelId().value())
                    .bind("pivot", window.pivot())
                    .bind("older", window.older())
                    .bind("newer", window.newer()),
            row -> found(row, now))
        .thenApply(rows -> page(rows, window));
  }

  CompletableFuture<MessageView> one(GetMessage query, Instant now) {
    return readModel
        .list(
            ONE,
            spec ->
                spec.bind("asking", query.asking().value())
                    .bind("message", query.messageId().value()),
            row -> found(row, now))
        .thenApply(
            rows -> {
              if (rows.isEmpty()) {
                throw Refusals.notFound("message");
              }
              Refusals.requireReader(rows.getFirst().permissions(), "message");
              return Objects.requireNonNull(rows.getFirst().message());
            });
  }

  private static MessagePage page(List<Found> rows, HistoryWindow window) {
    if (rows.isEmpty()) {
      throw Refusals.notFound("channel");
    }
    Found first = rows.getFirst();
    Refusals.requireReader(first.permissions(), "channel");
    HistoryWindow.Cut<MessageView> cut = window.cut(side(rows, true), side(rows, false));
    return new MessagePage(cut.items(), cut.hasBefore(), cut.hasAfter(), first.position());
  }

  private static List<MessageView> side(List<Found> rows, boolean older) {
    return rows.stream()
        .filter(row -> row.older() == older)
        .map(Found::message)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Found found(Readable row, Instant now) {
    UUID message = Columns.idOrNull(row, "message_id");
    ServerAccess server = AccessColumns.server(row);
    ChannelId channel = new ChannelId(Columns.id(row, "access_channel"));
    return new Found(
        Permissions.effective(
            server,
            AccessColumns.member(row),
            AccessColumns.channel(row, channel, server.serverId()),
            now),
        Columns.position(row, "position"),
        message != null && Columns.flag(row, "is_older"),
        message == null ? null : MessageColumns.view(row));
  }
}
