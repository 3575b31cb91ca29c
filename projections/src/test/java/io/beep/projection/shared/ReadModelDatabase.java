package io.beep.projection.shared;

import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model of a test's own, as its migrations make it. */
public final class ReadModelDatabase {

  private final DataSource dataSource;
  private final JdbcTemplate jdbc;

  public ReadModelDatabase() {
    TestDatabase database = TestPostgres.database("read_model");
    dataSource = database.dataSource();
    jdbc = new JdbcTemplate(dataSource);
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("read_model")
        .locations("classpath:db/read-model")
        .load()
        .migrate();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Every row of the tables that projections write, as text. */
  public List<String> rows() {
    return List.of(
            "user_profile",
            "server",
            "membership",
            "role",
            "channel",
            "channel_overwrite",
            "message")
        .stream()
        .flatMap(table -> rows(table).stream())
        .toList();
  }

  public List<String> rows(String table) {
    return jdbc.query(
        "select '%1$s ' || t::text from %1$s t order by t::text".formatted(table),
        (row, number) -> row.getString(1));
  }

  /** -1 before the first event. */
  public long position(String processor) {
    return jdbc.query(
            "select coalesce(min(position), -1) from projection_position where processor = ?",
            (row, number) -> row.getLong(1),
            processor)
        .getFirst();
  }
}
