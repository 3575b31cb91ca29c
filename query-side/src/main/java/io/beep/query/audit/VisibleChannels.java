package io.beep.query.audit;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.query.shared.AccessColumns;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadModel;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Which channels someone sees, those that are gone among them: of these only the audit log knows
 * whom they let in at the end.
 */
final class VisibleChannels {

  private static final String OVERWRITES =
      """
      select c.id::uuid as channel, o.* from audit_subject c
      left join lateral (
        select array_agg(split_part(o.id, '/', 2) order by o.id) as overwrite_kinds,
               array_agg(split_part(o.id, '/', 3)::uuid order by o.id) as overwrite_targets,
               array_agg(array_to_string(
                 array(select jsonb_array_elements_text(o.state -> 'allow')), ',') order by o.id)
                 as overwrite_allows,
               array_agg(array_to_string(
                 array(select jsonb_array_elements_text(o.state -> 'deny')), ',') order by o.id)
                 as overwrite_denies
        from audit_subject o
        where o.server_id = c.server_id and o.kind = 'overwrite' and not o.gone
          and o.holder = case when (c.state ->> 'synced')::boolean
            then c.state ->> 'parentId' else c.id end
      ) o on true
      where c.server_id = :server and c.kind = 'channel' and c.id = any(:channels)
      """;

  private final ReadModel readModel;

  VisibleChannels(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** Those of the channels, all of this server, that they see. */
  CompletableFuture<Set<UUID>> among(
      Set<UUID> channels, ServerAccess server, MemberAccess asking, Instant now) {
    if (channels.isEmpty()) {
      return CompletableFuture.completedFuture(Set.of());
    }
    return readModel
        .list(
            OVERWRITES,
            spec ->
                spec.bind("server", server.serverId().value())
                    .bind("channels", channels.stream().map(UUID::toString).toArray(String[]::new)),
            row -> seen(row, server, asking, now))
        .thenApply(
            seen ->
                seen.stream().filter(Seen::visible).map(Seen::channel).collect(Collectors.toSet()));
  }

  private record Seen(UUID channel, boolean visible) {}

  private static Seen seen(Readable row, ServerAccess server, MemberAccess asking, Instant now) {
    UUID channel = Columns.id(row, "channel");
    return new Seen(
        channel,
        Permissions.effective(
                server,
                asking,
                AccessColumns.channel(row, new ChannelId(channel), server.serverId()),
                now)
            .contains(Permission.VIEW_CHANNEL));
  }
}
