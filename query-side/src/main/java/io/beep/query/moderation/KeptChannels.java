package io.beep.query.moderation;

import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a server somebody who asks may keep order. */
final class KeptChannels {

  private static final String CHANNELS =
      "select p.position, s.visibility, c.id as channel_id, "
          + AccessColumns.MEMBER
          + ","
          + AccessColumns.CHANNEL
          + "from (select least("
          + Positions.DIRECTORY
          + ", "
          + Positions.TIMELINE
          + ") as position) p "
          + """
          left join server s on s.id = :server
          left join membership me on me.server_id = s.id and me.user_id = :asking
          """
          + AccessColumns.MY_ROLES
          + " left join channel c on c.server_id = s.id and me.user_id is not null "
          + AccessColumns.MY_OVERWRITES;

  private final ReadModel readModel;
  private final Clock clock;

  KeptChannels(ReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  /**
   * What of a server one may keep order in.
   *
   * @param everywhere whether also in what is gone
   * @param channels that one sees
   * @param position up to which it is known
   */
  record Kept(boolean owner, boolean everywhere, Set<UUID> channels, long position) {

    Kept {
      channels = Set.copyOf(channels);
    }
  }

  /** Refuses who is not there, or lacks the permission. */
  CompletableFuture<Kept> of(ServerId server, UserId asking, Permission needed) {
    Instant now = clock.instant();
    return readModel
        .list(
            CHANNELS,
            spec -> spec.bind("server", server.value()).bind("asking", asking.value()),
            row -> found(row, now))
        .thenApply(rows -> kept(rows, asking, needed));
  }

  /**
   * @param permissions in the server as a whole; null for who is no member
   * @param channel that they see
   */
  private record Found(
      long position,
      @Nullable String visibility,
      @Nullable UserId owner,
      @Nullable PermissionSet permissions,
      @Nullable UUID channel) {}

  private static Kept kept(List<Found> rows, UserId asking, Permission needed) {
    Found first = rows.getFirst();
    PermissionSet permissions = first.permissions();
    if (permissions == null || !permissions.contains(needed)) {
      throw permissions != null || Visibility.PUBLIC.wireName().equals(first.visibility())
          ? Refusals.missing(needed)
          : Refusals.notFound("server");
    }
    return new Kept(
        asking.equals(first.owner()),
        permissions.contains(Permission.ADMINISTRATOR),
        rows.stream().map(Found::channel).filter(Objects::nonNull).collect(Collectors.toSet()),
        first.position());
  }

  private static Found found(Readable row, Instant now) {
    long position = Columns.position(row, "position");
    MemberAccess asking = AccessColumns.member(row);
    String visibility = Columns.textOrNull(row, "visibility");
    if (asking == null) {
      return new Found(position, visibility, null, null, null);
    }
    ServerAccess server = AccessColumns.server(row);
    UUID channel = Columns.idOrNull(row, "channel_id");
    return new Found(
        position,
        visibility,
        server.ownerId(),
        Permissions.effective(server, asking, null, now),
        channel != null && sees(row, server, asking, channel, now) ? channel : null);
  }

  private static boolean sees(
      Readable row, ServerAccess server, MemberAccess asking, UUID channel, Instant now) {
    return Permissions.effective(
            server,
            asking,
            AccessColumns.channel(row, new ChannelId(channel), server.serverId()),
            now)
        .contains(Permission.VIEW_CHANNEL);
  }
}
