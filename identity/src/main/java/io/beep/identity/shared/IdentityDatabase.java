package io.beep.identity.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.beep.identity.api.DatabaseWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Identity's own schema: its connections, its migrations, its statements.
 *
 * <p>One bean instead of a DataSource, a JdbcClient and a transaction manager, because the context
 * that this one is a child of has beans of those types, and neither may ever stand in for the
 * other.
 */
public final class IdentityDatabase implements AutoCloseable {

  private static final String SCHEMA = "identity";

  /**
   * Sign-in hashes one password per core at a time and each token takes a few short statements, so
   * that more connections would wait for the same processors.
   */
  private static final int CONNECTIONS = 8;

  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(10);

  private final HikariDataSource dataSource;
  private final JdbcTemplate operations;
  private final JdbcClient client;
  private final TransactionTemplate transactions;

  private IdentityDatabase(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.operations = new JdbcTemplate(dataSource);
    this.operations.setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
    this.client = JdbcClient.create(operations);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Connects and brings the schema {@code identity} up to date. */
  public static IdentityDatabase open(
      String jdbcUrl, String user, String password, DatabaseWatch watch, MeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("identity");
    config.setDataSource(watch.watch(driver(jdbcUrl, user, password)));
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    config.setSchema(SCHEMA);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      Flyway.configure(IdentityDatabase.class.getClassLoader())
          .dataSource(dataSource)
          .schemas(SCHEMA)
          .locations("classpath:db/identity")
          .load()
          .migrate();
      return new IdentityDatabase(dataSource);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  private static PGSimpleDataSource driver(String jdbcUrl, String user, String password) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(jdbcUrl);
    driver.setUser(user);
    driver.setPassword(password);
    driver.setApplicationName("beep-identity");
    driver.setConnectTimeout((int) CONNECTION_WAIT.toSeconds());
    driver.setSocketTimeout((int) STATEMENT_LIMIT.multipliedBy(2).toSeconds());
    return driver;
  }

  public JdbcClient client() {
    return client;
  }

  public JdbcTemplate operations() {
    return operations;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }

  /** An instant as a parameter of a statement; the driver knows no {@link Instant}. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
