package io.beep.app.operations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Against a real PostgreSQL. */
class SlowStatementsTest {

  private static final String SECRET = "a message that nobody else may read";
  private static final String SLEEP = "select ?::text, pg_sleep(0.05)";

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final SlowStatements slow = new SlowStatements(registry, Duration.ofMillis(40));
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger().detachAppender(log);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("io.beep.slow-sql");
  }

  private List<String> told() {
    return log.list.stream()
        .map(
            event ->
                event.getKeyValuePairs().stream()
                    .map(pair -> pair.key + "=" + pair.value)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private double counted() {
    return registry.get("beep.slow.statements").tag("database", "read_model").counter().count();
  }

  @Nested
  class OverJdbc {

    private final HikariDataSource pool = pool();

    private HikariDataSource pool() {
      PGSimpleDataSource plain = new PGSimpleDataSource();
      plain.setUrl(database.jdbcUrl());
      plain.setUser(database.user());
      plain.setPassword(database.password());
      HikariConfig config = new HikariConfig();
      config.setDataSource(slow.watch(plain, "read_model"));
      config.setMaximumPoolSize(2);
      return new HikariDataSource(config);
    }

    @AfterEach
    void close() {
      pool.close();
    }

    private void sleep() throws SQLException {
      try (var connection = pool.getConnection();
          PreparedStatement statement = connection.prepareStatement(SLEEP)) {
        statement.setString(1, SECRET);
        try (ResultSet row = statement.executeQuery()) {
          assertThat(row.next()).isTrue();
          assertThat(row.getString(1)).isEqualTo(SECRET);
        }
      }
    }

    @Test
    void shouldTellTheTextAndNotWhatWasPutIntoIt() throws SQLException {
      sleep();

      assertThat(told())
          .singleElement()
          .asString()
          .contains("database=read_model", "statement=" + SLEEP)
          .doesNotContain(SECRET);
      assertThat(counted()).isEqualTo(1);
    }

    @Test
    void shouldTellOneOfManyAlike() throws SQLException {
      sleep();
      sleep();

      assertThat(told()).hasSize(1);
      assertThat(counted()).isEqualTo(2);
    }

    @Test
    void shouldTellOfBatchesAndOfPlainStatements() throws SQLException {
      try (var connection = pool.getConnection();
          var plain = connection.createStatement();
          PreparedStatement batch = connection.prepareStatement("select pg_sleep(?)")) {
        plain.execute("select pg_sleep(0.06)");
        batch.setDouble(1, 0.05);
        batch.addBatch();
        batch.executeBatch();
      }

      assertThat(told()).hasSize(2);
      assertThat(told().getFirst()).contains("statement=select pg_sleep(0.06)");
    }

    @Test
    void shouldSayNothingOfAFastOne() throws SQLException {
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("select 1");
      }

      assertThat(told()).isEmpty();
      assertThat(counted()).isZero();
    }

    @Test
    void shouldPassOnFailuresAsTheyAre() throws SQLException {
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("select * from nowhere"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P01"));
      }
    }

    @Test
    void shouldLetTheDriverBeReached() throws SQLException {
      try (var connection = pool.getConnection()) {
        assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
      }
    }
  }

  @Nested
  class OverR2dbc {

    private final ConnectionPool pool = pool();

    private ConnectionPool pool() {
      ConnectionFactory plain =
          new PostgresqlConnectionFactory(
              PostgresqlConnectionConfiguration.builder()
                  .host(database.host())
                  .port(database.port())
                  .database(database.name())
                  .username(database.user())
                  .password(database.password())
                  .build());
      return new ConnectionPool(
          ConnectionPoolConfiguration.builder(slow.watch(plain, "read_model")).maxSize(1).build());
    }

    @AfterEach
    void close() {
      pool.dispose();
    }

    private List<String> ask(String sql, String value) {
      return Flux.usingWhen(
              pool.create(),
              connection ->
                  Flux.from(connection.createStatement(sql).bind(0, value).execute())
                      .flatMap(result -> result.map(row -> row.get(0, String.class))),
              Connection::close)
          .collectList()
          .blockOptional()
          .orElseThrow();
    }

    @Test
    void shouldTellTheTextAndNotWhatWasPutIntoIt() {
      String sql = "select $1::text, pg_sleep(0.05)";

      assertThat(ask(sql, SECRET)).containsExactly(SECRET);

      assertThat(told())
          .singleElement()
          .asString()
          .contains("database=read_model", "statement=" + sql)
          .doesNotContain(SECRET);
      assertThat(counted()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeAWaitForTheConnectionForAStatement() {
      Mono<Void> holding =
          Mono.usingWhen(
              pool.create(), _ -> Mono.delay(Duration.ofMillis(100)).then(), Connection::close);
      holding.subscribe();

      assertThat(ask("select $1::text", "quick")).containsExactly("quick");
      assertThat(told()).isEmpty();
    }
  }
}
