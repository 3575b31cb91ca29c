package io.beep.saga.channel;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code channel_deletion}. */
final class ChannelNotes {

  /** What holds a lock for longer is stuck. */
  private static final int SECONDS = 30;

  private final JdbcTemplate jdbc;

  ChannelNotes(DataSource sagas) {
    this.jdbc = new JdbcTemplate(sagas);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  /** One that is noted. */
  record Noted(ChannelId channelId, UserId deletedBy) {}

  void schedule(ChannelDeleted event, Instant finalAt) {
    jdbc.update(
        """
        insert into channel_deletion (channel_id, server_id, deleted_by, due_at)
        values (?, ?, ?, ?)
        on conflict (channel_id) do update
          set deleted_by = excluded.deleted_by, due_at = excluded.due_at
        """,
        event.channelId().value(),
        event.serverId().value(),
        event.deletedBy().value(),
        finalAt.atOffset(ZoneOffset.UTC));
  }

  void forget(ChannelId channel) {
    jdbc.update("delete from channel_deletion where channel_id = ?", channel.value());
  }

  void forgetAllOf(ServerId server) {
    jdbc.update("delete from channel_deletion where server_id = ?", server.value());
  }

  /**
   * One whose time has come, for the transaction that runs: no other node gets it meanwhile, and
   * when this one dies it is free again at once.
   *
   * @param due those that were final by then
   */
  @Nullable Noted claim(Instant due, Instant now) {
    return jdbc
        .query(
            """
            select channel_id, deleted_by from channel_deletion
            where due_at <= ? and not_before <= ?
            order by due_at, channel_id limit 1 for update skip locked
            """,
            (row, _) ->
                new Noted(
                    new ChannelId(row.getObject("channel_id", UUID.class)),
                    new UserId(row.getObject("deleted_by", UUID.class))),
            due.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** The longer, the more often in a row it failed. */
  void postpone(ChannelId channel, Instant now, Duration first, Duration most) {
    jdbc.update(
        """
        update channel_deletion
        set failures = failures + 1,
            not_before = ?::timestamptz
              + least(? * power(2, least(failures, 20)), ?) * interval '1 millisecond'
        where channel_id = ?
        """,
        now.atOffset(ZoneOffset.UTC),
        first.toMillis(),
        most.toMillis(),
        channel.value());
  }
}
