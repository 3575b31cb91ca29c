package io.beep.testsupport;

import io.beep.app.embedded.EmbeddedPostgres;
import io.beep.app.embedded.PostgresOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL as the standalone product runs it, except that commits do not wait for the disk.
 *
 * <pre>{@code
 * private final TestDatabase database = TestPostgres.database("read_model");
 * DataSource dataSource = database.dataSource();
 * }</pre>
 */
public final class TestPostgres {

  /** Several pools of one test JVM meet here. */
  private static final String MAX_CONNECTIONS = "300";

  private static final OncePerJvm<EmbeddedPostgres> SERVER =
      new OncePerJvm<>("postgres", TestPostgres::start);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** A new, empty database. */
  public static TestDatabase freshDatabase() {
    EmbeddedPostgres server = SERVER.get();
    String name = "test_" + DATABASES.incrementAndGet();
    try {
      server.createDatabaseIfMissing(name);
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " cannot be created", e);
    }
    return new TestDatabase(server.port(), name, "public", server.user(), server.password());
  }

  /** A new database with one empty schema, in which unqualified names resolve. */
  public static TestDatabase database(String schema) {
    return freshDatabase().withSchema(schema);
  }

  private static EmbeddedPostgres start(Path directory) throws IOException, InterruptedException {
    return EmbeddedPostgres.start(
        PostgresOptions.of(directory, Repository.cache())
            .withSetting("fsync", "off")
            .withSetting("synchronous_commit", "off")
            .withSetting("full_page_writes", "off")
            .withSetting("shared_buffers", "64MB")
            .withSetting("max_connections", MAX_CONNECTIONS));
  }
}
