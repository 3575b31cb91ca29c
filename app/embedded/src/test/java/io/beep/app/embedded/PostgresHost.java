package io.beep.app.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A process that runs a database, writes one row, prints the postmaster's process id, and waits to
 * be killed.
 */
final class PostgresHost {

  private PostgresHost() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(PostgresOptions.of(home, TestFiles.BINARIES));
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text)");
      statement.execute("INSERT INTO note VALUES ('acknowledged')");
    }
    System.out.println(postgres.pid());
    Thread.currentThread().join();
  }
}
