package io.beep.projection.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code dead_letter} of one group. */
public final class DeadLetterTable implements DeadLetters {

  /**
   * A few wait when a few events are at fault. When this many do, a release or the database is, and
   * standing still with a loud error is better than letting everything pass.
   */
  static final int MOST = 10_000;

  private final JdbcTemplate jdbc;
  private final String processor;

  public DeadLetterTable(DataSource readModel, String processor) {
    this.jdbc = new JdbcTemplate(readModel);
    this.processor = processor;
  }

  @Override
  public Set<Subject> waiting() {
    return new HashSet<>(
        jdbc.query(
            "select distinct subject from dead_letter where processor = ?",
            (row, number) -> new Subject(row.getString(1)),
            processor));
  }

  @Override
  public void add(Subject subject, long position, @Nullable Exception cause) {
    if (size() >= MOST) {
      throw new IllegalStateException(
          MOST
              + " events of "
              + processor
              + " cannot be handled: it stands still until that is mended");
    }
    jdbc.update(
        """
        insert into dead_letter
          (processor, position, subject, cause_type, cause_message, tries, last_tried_at)
        values (?, ?, ?, ?, ?, ?, case when ? then now() end)
        on conflict (processor, position) do nothing
        """,
        processor,
        position,
        subject.path(),
        cause == null ? null : cause.getClass().getName(),
        cause == null ? null : Reasons.of(cause),
        cause == null ? 0 : 1,
        cause != null);
  }

  /**
   * A row.
   *
   * @param cause null when it only waits
   */
  public record Letter(
      long position, Subject subject, @Nullable String cause, int tries, Instant since) {}

  /** The first ones, in the order of the stream. */
  public List<Letter> list(int most) {
    return jdbc.query(
        """
        select position, subject, cause_message, tries, since from dead_letter
        where processor = ? order by position limit ?
        """,
        (row, number) ->
            new Letter(
                row.getLong("position"),
                new Subject(row.getString("subject")),
                row.getString("cause_message"),
                row.getInt("tries"),
                row.getObject("since", OffsetDateTime.class).toInstant()),
        processor,
        most);
  }

  public boolean contains(long position) {
    return !jdbc.queryForList(
            "select 1 from dead_letter where processor = ? and position = ?", processor, position)
        .isEmpty();
  }

  /** Tells whether there was one. */
  public boolean remove(long position) {
    return jdbc.update(
            "delete from dead_letter where processor = ? and position = ?", processor, position)
        > 0;
  }

  public void refusedAgain(long position, Exception cause) {
    jdbc.update(
        """
        update dead_letter
        set cause_type = ?, cause_message = ?, tries = tries + 1, last_tried_at = now()
        where processor = ? and position = ?
        """,
        cause.getClass().getName(),
        Reasons.of(cause),
        processor,
        position);
  }

  /** How many could not be handled; the others wait behind them. */
  public long refused() {
    return jdbc.query(
            "select count(*) from dead_letter where processor = ? and cause_type is not null",
            (row, number) -> row.getLong(1),
            processor)
        .getFirst();
  }

  public long size() {
    return jdbc.query(
            "select count(*) from dead_letter where processor = ?",
            (row, number) -> row.getLong(1),
            processor)
        .getFirst();
  }
}
