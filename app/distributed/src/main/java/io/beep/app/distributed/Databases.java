package io.beep.app.distributed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.operations.sql.SlowStatements;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.net.URI;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The ways to PostgreSQL.
 *
 * @param host of the server
 * @param name of the database; each part of Beep has a schema of its own in it
 */
public record Databases(String host, int port, String name, String user, String password) {

  private static final String URL = "BEEP_DATABASE_URL";
  private static final String SCHEME = "jdbc:postgresql://";
  private static final int USUAL_PORT = 5432;

  private static final int CONNECT_SECONDS = 5;

  /** Nothing that a projection writes takes longer; a dead server is noticed after this. */
  private static final int SILENCE_SECONDS = 30;

  private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
  private static final Duration ACQUIRE = Duration.ofSeconds(2);
  private static final Duration STATEMENT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** Without the password. */
  @Override
  public String toString() {
    return "Databases[" + jdbcUrl() + "]";
  }

  /**
   * Of {@code BEEP_DATABASE_URL} ({@code jdbc:postgresql://host:port/name}), its user and password.
   */
  public static Databases of(Settings settings) {
    String text = settings.text(URL);
    try {
      if (text.startsWith(SCHEME)) {
        URI url = URI.create(text.substring("jdbc:".length()));
        String path = url.getPath();
        if (url.getHost() != null && path != null && path.length() > 1 && url.getQuery() == null) {
          return new Databases(
              url.getHost(),
              url.getPort() < 0 ? USUAL_PORT : url.getPort(),
              path.substring(1),
              settings.text("BEEP_DATABASE_USER"),
              settings.secret("BEEP_DATABASE_PASSWORD"));
        }
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for an address of another kind.
    }
    throw new SettingsException(URL + " must be like jdbc:postgresql://host:5432/beep");
  }

  public String jdbcUrl() {
    return SCHEME + host + ":" + port + "/" + name;
  }

  /** For one schema, with all that limits how long a call may hang. */
  public String jdbcUrl(String schema) {
    return jdbcUrl()
        + "?currentSchema="
        + schema
        + "&connectTimeout="
        + CONNECT_SECONDS
        + "&socketTimeout="
        + SILENCE_SECONDS
        + "&tcpKeepAlive=true&reWriteBatchedInserts=true";
  }

  /**
   * A pool on a schema that is made, and brought up to date, when need be; nodes that start side by
   * side wait for each other.
   *
   * @param migrations folder of the class path
   * @param slow is told of statements that take too long
   */
  public HikariDataSource open(
      String schema, String migrations, int connections, SlowStatements slow) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(schema);
    config.setDataSource(slow.watch(driver(schema), schema));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(dataSource)
          .schemas(schema)
          .defaultSchema(schema)
          .createSchemas(true)
          .locations("classpath:" + migrations)
          .load()
          .migrate();
      return dataSource;
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  private PGSimpleDataSource driver(String schema) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(jdbcUrl(schema));
    driver.setUser(user);
    driver.setPassword(password);
    return driver;
  }

  /** Connections that only read. */
  public ConnectionPool reading(String schema, int connections, SlowStatements slow) {
    PostgresqlConnectionFactory factory =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(host)
                .port(port)
                .database(name)
                .username(user)
                .password(password)
                .schema(schema)
                .connectTimeout(ACQUIRE)
                .statementTimeout(STATEMENT)
                .tcpKeepAlive(true)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(slow.watch(factory, schema))
            .maxSize(connections)
            .initialSize(0)
            .maxAcquireTime(ACQUIRE)
            .maxIdleTime(IDLE)
            // Whether the socket is open; a query would be a second way for each read.
            .validationDepth(ValidationDepth.LOCAL)
            .build());
  }
}
