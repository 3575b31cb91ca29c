package io.beep.app.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.operations.sql.SlowStatements;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

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
   * @param slow is told of statements that take too long
   */
  static HikariDataSource open(
      DatabaseAddress database,
      String schema,
      String migrations,
      int connections,
      SlowStatements slow) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(schema);
    config.setDataSource(slow.watch(driver(database, schema), schema));
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

  private static PGSimpleDataSource driver(DatabaseAddress database, String schema) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(database.jdbcUrl());
    driver.setCurrentSchema(schema);
    driver.setReWriteBatchedInserts(true);
    driver.setUser(database.user());
    driver.setPassword(database.password());
    return driver;
  }
}
