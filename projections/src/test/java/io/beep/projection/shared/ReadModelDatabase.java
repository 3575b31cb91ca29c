package io.beep.projection.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.projection.api.ReadModelSchemas;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model of a test's own, as its migrations make it. */
public final class ReadModelDatabase {

  private static final String SERVING = "read_model";

  /** They follow from no event. */
  private static final Set<String> OF_THE_MACHINERY =
      Set.of("projection_position", "token_entry", "dead_letter", "flyway_schema_history");

  private final TestDatabase database = TestPostgres.database(SERVING);
  private final DataSource dataSource = database.dataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

  public ReadModelDatabase() {
    migrate(dataSource, SERVING);
  }

  private static void migrate(DataSource dataSource, String schema) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .locations("classpath:db/read-model")
        .load()
        .migrate();
  }

  /** Opens further schemas as a product does. */
  public ReadModelSchemas schemas() {
    return (schema, connections) -> {
      HikariDataSource pool = pool(database.withSchema(schema), connections);
      migrate(pool, schema);
      return new ReadModelSchemas.OpenSchema(pool, pool::close);
    };
  }

  private static HikariDataSource pool(TestDatabase database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl() + "&reWriteBatchedInserts=true");
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Where a group works that serves. */
  public Surroundings serving(String group) {
    return new Surroundings(
        dataSource, GroupLock.of(group), new DeadLetterTable(dataSource, group));
  }

  /** The tables that projections write: all that there are but those of the machinery. */
  public List<String> tables() {
    return named("table_type = 'BASE TABLE'", "tables");
  }

  /** Those of them whose rows belong to a server. */
  public List<String> tablesOfServers() {
    List<String> written = tables();
    return named("column_name = 'server_id'", "columns").stream()
        .filter(written::contains)
        .toList();
  }

  private List<String> named(String which, String view) {
    return jdbc
        .query(
            "select table_name from information_schema.%s where table_schema = ? and %s order by 1"
                .formatted(view, which),
            (row, number) -> row.getString(1),
            SERVING)
        .stream()
        .filter(table -> !OF_THE_MACHINERY.contains(table))
        .toList();
  }

  /** Every row of the tables that projections write, as text. */
  public List<String> rows() {
    return tables().stream().flatMap(table -> rows(table).stream()).toList();
  }

  public List<String> rows(String table) {
    return jdbc.query(
        "select '%1$s ' || t::text from %1$s t order by t::text".formatted(table),
        (row, number) -> row.getString(1));
  }

  /** Everything about the tables but their rows. */
  public List<String> shape() {
    return Schema.description(jdbc, SERVING);
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
