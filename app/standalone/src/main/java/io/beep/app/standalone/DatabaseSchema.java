package io.beep.app.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

/**
 * One schema of the database: its pool of connections, brought up to date by its module's
 * migrations.
 */
final class DatabaseSchema {

  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  private DatabaseSchema() {}

  /**
   * @param schema is created when it is not there
   * @param migrations folder of the class path
   * @param connections at most
   */
  static HikariDataSource open(
      DatabaseAddress database, String schema, String migrations, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(schema);
    config.setJdbcUrl(
        database.jdbcUrl() + "?currentSchema=" + schema + "&reWriteBatchedInserts=true");
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    HikariDataSource dataSource = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:" + migrations)
        .load()
        .migrate();
    return dataSource;
  }
}
