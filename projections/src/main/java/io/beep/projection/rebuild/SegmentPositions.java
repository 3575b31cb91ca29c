package io.beep.projection.rebuild;

import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each segment of a rebuild is; stored in the transaction of its rows. */
final class SegmentPositions {

  private final JdbcTemplate jdbc;
  private final AtomicLongArray committed;

  /**
   * @param jdbc on the schema that is built
   */
  SegmentPositions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.committed =
        new AtomicLongArray(
            jdbc
                .query(
                    "select position from rebuild_position order by segment",
                    (row, number) -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
  }

  int segments() {
    return committed.length();
  }

  long of(int segment) {
    return committed.get(segment);
  }

  /** What all segments have. */
  long lowest() {
    long lowest = committed.get(0);
    for (int i = 1; i < committed.length(); i++) {
      lowest = Math.min(lowest, committed.get(i));
    }
    return lowest;
  }

  /** In the transaction of the segment's rows; {@link #committed} follows when that is done. */
  void store(int segment, long position) {
    jdbc.update("update rebuild_position set position = ? where segment = ?", position, segment);
  }

  void committed(int segment, long position) {
    committed.set(segment, position);
  }
}
