package io.beep.projection.shared;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ServerId;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Erases the rows of a table that has a {@code server_id} with an index. Each slice is a statement
 * and a commit of its own, so that no lock is held for long and the processors of events, which
 * write the same tables, go on between two of them.
 */
public final class ErasesRows implements ErasesServers {

  /** Counting is one walk along an index; a million entries take well under a second. */
  private static final int SECONDS = 20;

  /** Some ten milliseconds, while a projection may want the same table. */
  private static final int AT_ONCE = 500;

  private final DeletionStep step;
  private final String count;
  private final String erase;
  private final int atOnce;
  private final JdbcTemplate jdbc;

  /**
   * @param table a name, never anything from outside
   * @param most things by one call, if that is less than usual
   */
  public ErasesRows(DeletionStep step, String table, DataSource readModel, int most) {
    this.step = step;
    this.atOnce = Math.min(AT_ONCE, most);
    this.count = "select count(*) from %s where server_id = ?".formatted(table);
    this.erase =
        """
        delete from %1$s where ctid = any(array(
          select ctid from %1$s where server_id = ? limit ?))
        """
            .formatted(table);
    this.jdbc = new JdbcTemplate(readModel);
    this.jdbc.setQueryTimeout(SECONDS);
  }

  @Override
  public DeletionStep step() {
    return step;
  }

  @Override
  public long count(ServerId server) {
    return Objects.requireNonNull(jdbc.queryForObject(count, Long.class, server.value()));
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public int erase(ServerId server) {
    return jdbc.update(erase, server.value(), atOnce);
  }
}
