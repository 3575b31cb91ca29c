package io.beep.saga.server;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code server_deletion} and {@code server_deletion_step}. */
final class DeletionNotes {

  /** What holds a lock for longer is stuck. */
  private static final int SECONDS = 30;

  private final JdbcTemplate jdbc;

  DeletionNotes(DataSource sagas) {
    this.jdbc = new JdbcTemplate(sagas);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  /** One that is noted. */
  record Noted(ServerId serverId, UserId ownerId, boolean started) {}

  /** A step of one. */
  record Step(DeletionStep step, long total, long done, boolean finished) {}

  void schedule(ServerDeletionScheduled event) {
    jdbc.update(
        """
        insert into server_deletion (server_id, owner_id, due_at) values (?, ?, ?)
        on conflict (server_id) do update
          set owner_id = excluded.owner_id, due_at = excluded.due_at
        """,
        event.serverId().value(),
        event.ownerId().value(),
        event.finalAt().atOffset(ZoneOffset.UTC));
  }

  void forget(ServerId server) {
    jdbc.update("delete from server_deletion where server_id = ?", server.value());
  }

  /**
   * One whose time has come, for the transaction that runs: no other node gets it meanwhile, and
   * when this one dies it is free again at once.
   */
  @Nullable Noted claim(Instant now) {
    return jdbc
        .query(
            """
            select server_id, owner_id, started from server_deletion
            where due_at <= ? and not_before <= ?
            order by due_at, server_id limit 1 for update skip locked
            """,
            DeletionNotes::noted,
            now.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** What there is of each, in the order in which it is removed. */
  void start(ServerId server, Map<DeletionStep, Long> totals) {
    List<Object[]> rows = new ArrayList<>();
    for (DeletionStep step : DeletionStep.values()) {
      rows.add(
          new Object[] {
            server.value(), step.ordinal(), step.wireName(), totals.getOrDefault(step, 0L)
          });
    }
    jdbc.batchUpdate(
        """
        insert into server_deletion_step (server_id, place, step, total) values (?, ?, ?, ?)
        on conflict (server_id, place) do nothing
        """,
        rows);
    jdbc.update("update server_deletion set started = true where server_id = ?", server.value());
  }

  List<Step> steps(ServerId server) {
    return jdbc.query(
        """
        select step, total, done, finished from server_deletion_step
        where server_id = ? order by place
        """,
        (row, _) ->
            new Step(
                DeletionStep.named(row.getString("step")),
                row.getLong("total"),
                row.getLong("done"),
                row.getBoolean("finished")),
        server.value());
  }

  /** Also ends a run of failures. */
  void advance(ServerId server, Step step) {
    jdbc.update(
        """
        update server_deletion_step set done = ?, finished = ? where server_id = ? and step = ?
        """,
        step.done(),
        step.finished(),
        server.value(),
        step.step().wireName());
    jdbc.update(
        "update server_deletion set failures = 0 where server_id = ? and failures > 0",
        server.value());
  }

  /** The longer, the more often in a row it failed. */
  void postpone(ServerId server, Instant now, Duration first, Duration most) {
    jdbc.update(
        """
        update server_deletion
        set failures = failures + 1,
            not_before = ?::timestamptz
              + least(? * power(2, least(failures, 20)), ?) * interval '1 millisecond'
        where server_id = ?
        """,
        now.atOffset(ZoneOffset.UTC),
        first.toMillis(),
        most.toMillis(),
        server.value());
  }

  /** In their order. */
  static Map<DeletionStep, Long> totals(List<Step> steps) {
    Map<DeletionStep, Long> totals = new EnumMap<>(DeletionStep.class);
    steps.forEach(step -> totals.put(step.step(), step.total()));
    return totals;
  }

  private static Noted noted(ResultSet row, int number) throws SQLException {
    return new Noted(
        new ServerId(row.getObject("server_id", UUID.class)),
        new UserId(row.getObject("owner_id", UUID.class)),
        row.getBoolean("started"));
  }
}
