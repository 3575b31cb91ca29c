package io.beep.projection.rebuild;

import io.beep.projection.shared.Handling;
import io.beep.projection.shared.RebuildTarget;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables of a schema of their own, which move into the one that is read. */
final class TableTarget implements RebuildTarget {

  /**
   * Readers hold tables for milliseconds. Who waits longer for them holds up every other reader,
   * and may wait for one that waits for us: better let go, and try again.
   */
  private static final String LOCK_LIMIT = "set local lock_timeout = '100ms'";

  private final Handling handling;
  private final List<String> tables;
  private final JdbcTemplate building;

  /**
   * @param building its current schema has the new tables
   */
  TableTarget(Handling handling, List<String> tables, DataSource building) {
    this.handling = handling;
    this.tables = tables;
    this.building = new JdbcTemplate(building);
  }

  @Override
  public Handling handling() {
    return handling;
  }

  @Override
  public String place() {
    return "";
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void create() {
    // The migrations of the schema have made the tables.
  }

  /** The statistics of an empty table would make the first readers scan it. */
  @Override
  public void complete() {
    tables.forEach(table -> building.execute("analyze " + table));
  }

  @Override
  public void swap(JdbcTemplate transaction, String serving, String schema) {
    transaction.execute(LOCK_LIMIT);
    transaction.execute(
        tables.stream()
            .map(table -> serving + "." + table)
            .collect(Collectors.joining(", ", "lock table ", " in access exclusive mode")));
    for (String table : tables) {
      transaction.execute("drop table %s.%s".formatted(serving, table));
      transaction.execute("alter table %s.%s set schema %s".formatted(schema, table, serving));
    }
  }

  @Override
  public boolean isServing() {
    return false;
  }

  @Override
  public void tidy() {
    // The swap has dropped what was there.
  }

  @Override
  public void discard() {
    // Goes with its schema.
  }
}
