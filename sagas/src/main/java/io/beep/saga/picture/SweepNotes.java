package io.beep.saga.picture;

import io.beep.coreapi.shared.picture.PictureId;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code picture_sweep}. */
final class SweepNotes {

  /** What holds a lock for longer is stuck. */
  private static final int SECONDS = 30;

  private final JdbcTemplate jdbc;

  SweepNotes(DataSource sagas) {
    this.jdbc = new JdbcTemplate(sagas);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  /**
   * How far it is.
   *
   * @param lookedAt null before the first picture
   * @param removed since it began
   */
  record Noted(@Nullable PictureId lookedAt, int removed) {}

  /**
   * For the transaction that runs, if the time has come; no other node gets it meanwhile, and when
   * this one dies it is free again at once.
   */
  @Nullable Noted claim(Instant now) {
    return jdbc
        .query(
            """
            select looked_at, removed from picture_sweep
            where not_before <= ? for update skip locked
            """,
            (row, _) -> {
              String lookedAt = row.getString("looked_at");
              return new Noted(
                  lookedAt == null ? null : PictureId.of(lookedAt), row.getInt("removed"));
            },
            now.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst()
        .orElse(null);
  }

  void advance(Noted noted) {
    note(noted, null);
  }

  /** Nothing is looked at before then. */
  void rest(Noted noted, Instant until) {
    note(noted, until);
  }

  /** Wherever it is. */
  void postpone(Instant until) {
    jdbc.update("update picture_sweep set not_before = ?", until.atOffset(ZoneOffset.UTC));
  }

  private void note(Noted noted, @Nullable Instant until) {
    PictureId lookedAt = noted.lookedAt();
    jdbc.update(
        """
        update picture_sweep
        set looked_at = ?, removed = ?, not_before = coalesce(?::timestamptz, not_before)
        """,
        lookedAt == null ? null : lookedAt.value(),
        noted.removed(),
        until == null ? null : until.atOffset(ZoneOffset.UTC));
  }
}
