package io.beep.projection.shared;

import java.util.HashSet;
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

  public long size() {
    return jdbc.query(
            "select count(*) from dead_letter where processor = ?",
            (row, number) -> row.getLong(1),
            processor)
        .getFirst();
  }
}
