package io.beep.identity.revocation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.identity.api.Revocations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the table when its thread has connected, what is new when it is told, and everything once a
 * minute. So a notification that was missed heals when the connection is back, and in any case
 * within a minute. What was not heard of for too long is not known any more: while this node alone
 * is cut off, others go on revoking.
 */
public final class FollowedRevocations implements Revocations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedRevocations.class);

  /**
   * Some 150 bytes each. Every sign-out costs a sign-in, and every revoked token a signature, so
   * that a quarter of an hour cannot fill this. Beyond it those that end last are kept.
   */
  private static final int MOST = 500_000;

  private static final String ALL =
      """
      select id, ends_at from identity.revocation
      where ends_at > now() order by ends_at desc limit\s"""
          + MOST;

  /** Longer than a transaction of identity lasts: what is noted is seen when it is through. */
  private static final String RECENT =
      """
      select id, ends_at from identity.revocation
      where noted_at > now() - interval '1 minute' and ends_at > now()""";

  private static final int LISTEN_MILLIS = 1_000;
  private static final Duration EVERYTHING_EVERY = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration END_LIMIT = Duration.ofSeconds(3);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(3);
  private static final String SILENCE_SECONDS = "10";

  /** For requests that wait for {@link #refresh()}; all together one statement at a time each. */
  private static final int READERS = 2;

  private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
  private final Clock clock;
  private final String url;
  private final Properties properties = new Properties();
  private final HikariDataSource readers;
  private final Thread follower;
  private final long trustedNanos;
  private volatile Runnable listener = () -> {};
  private volatile boolean known;

  /** By {@link System#nanoTime}, which nobody sets; of no meaning until it is known. */
  private volatile long heardAt;

  private FollowedRevocations(
      String url, String user, String password, Clock clock, Duration trusted) {
    this.clock = clock;
    this.trustedNanos = trusted.toNanos();
    this.url = url;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", Long.toString(CALL_LIMIT.toSeconds()));
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "beep-revocations");
    readers = readers();
    follower = Thread.ofPlatform().name("revocations").daemon().unstarted(this::follow);
  }

  /**
   * Tries once for what is revoked already; goes on without when the database is away.
   *
   * @param trusted how long what is known counts while the database is not heard of; looked at
   *     every second
   */
  public static FollowedRevocations start(
      String url, String user, String password, Clock clock, Duration trusted) {
    FollowedRevocations revocations = new FollowedRevocations(url, user, password, clock, trusted);
    revocations.tryFirst();
    revocations.follower.start();
    return revocations;
  }

  private HikariDataSource readers() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("revocations");
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CALL_LIMIT.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  @Override
  public boolean isKnown() {
    return known && System.nanoTime() - heardAt < trustedNanos;
  }

  @Override
  public boolean isRevoked(String id) {
    return revoked.containsKey(id);
  }

  @Override
  public void listen(Runnable newListener) {
    listener = newListener;
  }

  @Override
  public void refresh() {
    try (Connection connection = readers.getConnection()) {
      read(connection, RECENT);
    } catch (SQLException e) {
      LOG.warn("what was just revoked is read when the database answers: {}", e.getMessage());
    }
  }

  private void tryFirst() {
    try (Connection connection = readers.getConnection()) {
      readAll(connection);
    } catch (SQLException e) {
      LOG.warn("nobody is let in before it is known what is revoked: {}", e.getMessage());
    }
  }

  private void follow() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = DriverManager.getConnection(url, properties)) {
        follow(connection);
      } catch (SQLException e) {
        LOG.warn("revocations are not heard of, {} are known: {}", revoked.size(), e.getMessage());
        pause();
      }
    }
  }

  private void follow(Connection connection) throws SQLException {
    // First: what is committed after the reading is told, what was before is read.
    try (Statement listen = connection.createStatement()) {
      listen.execute("listen " + RevocationTable.CHANNEL);
    }
    PGConnection notified = connection.unwrap(PGConnection.class);
    Instant readAt = readAll(connection);
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] arrived = notified.getNotifications(LISTEN_MILLIS);
      if (arrived != null && arrived.length > 0) {
        read(connection, RECENT);
      } else if (!connection.isValid(1)) {
        throw new SQLException("the connection is gone");
      }
      heardAt = System.nanoTime();
      if (!clock.instant().isBefore(readAt.plus(EVERYTHING_EVERY))) {
        readAt = readAll(connection);
      }
    }
  }

  private Instant readAll(Connection connection) throws SQLException {
    Instant now = clock.instant();
    revoked.values().removeIf(now::isAfter);
    read(connection, ALL);
    heardAt = System.nanoTime();
    known = true;
    return now;
  }

  private void read(Connection connection, String sql) throws SQLException {
    boolean more = false;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout((int) CALL_LIMIT.toSeconds());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          more |= note(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class));
        }
      }
    }
    if (more) {
      listener.run();
    }
  }

  private boolean note(UUID id, OffsetDateTime end) {
    if (revoked.size() >= MOST) {
      LOG.error("more than {} revocations are in force; one is not kept", MOST);
      return false;
    }
    return revoked.put(id.toString(), end.toInstant()) == null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    follower.interrupt();
    var _ = follower.join(END_LIMIT);
    readers.close();
  }
}
