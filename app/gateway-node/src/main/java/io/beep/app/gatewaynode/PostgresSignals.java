package io.beep.app.gatewaynode;

import io.beep.gateway.feed.Signal;
import io.beep.gateway.feed.Signals;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries signals between gateways by PostgreSQL's {@code NOTIFY}: at once to this node, by one
 * connection out and one in to the others. What cannot be sent is dropped and counted; while the
 * database is away signals reach this node alone.
 */
final class PostgresSignals implements Signals, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);

  private static final String CHANNEL = "beep_signals";

  /** PostgreSQL takes 8 000 bytes; a signal is some hundred. */
  private static final int MOST_BYTES = 7_900;

  /** A second's worth at the rate that one connection manages. */
  private static final int MOST_WAITING = 2_000;

  /** What goes in one transaction. */
  private static final int BATCH = 200;

  private static final int LISTEN_MILLIS = 1_000;
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration END_LIMIT = Duration.ofSeconds(3);
  private static final String CONNECT_SECONDS = "3";
  private static final String SILENCE_SECONDS = "10";

  /** One of the three is there. */
  private record Letter(
      String node,
      Signal.@Nullable Typing typing,
      Signal.@Nullable StatusChosen chosen,
      Signal.@Nullable DeviceTold device) {

    /** Null for what only a newer node knows. */
    @Nullable Signal signal() {
      if (typing != null) {
        return typing;
      }
      return chosen == null ? device : chosen;
    }
  }

  private final String node = UUID.randomUUID().toString();
  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LongAdder dropped = new LongAdder();
  private final String url;
  private final Properties properties = new Properties();
  private final Thread sender;
  private final Thread receiver;
  private volatile Consumer<Signal> listener = _ -> {};
  private volatile boolean listening;

  private PostgresSignals(String url, String user, String password) {
    this.url = url;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "beep-signals");
    sender = Thread.ofPlatform().name("signal-sender").unstarted(() -> repeat(this::send));
    receiver = Thread.ofPlatform().name("signal-receiver").unstarted(() -> repeat(this::receive));
  }

  /** Starts without waiting for the database. */
  static PostgresSignals start(String url, String user, String password) {
    PostgresSignals signals = new PostgresSignals(url, user, password);
    signals.sender.start();
    signals.receiver.start();
    return signals;
  }

  @Override
  public void publish(Signal signal) {
    listener.accept(signal);
    String letter =
        json.writeValueAsString(
            switch (signal) {
              case Signal.Typing typing -> new Letter(node, typing, null, null);
              case Signal.StatusChosen chosen -> new Letter(node, null, chosen, null);
              case Signal.DeviceTold device -> new Letter(node, null, null, device);
            });
    if (letter.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || !waiting.offer(letter)) {
      dropped.increment();
    }
  }

  @Override
  public void listen(Consumer<Signal> newListener) {
    listener = newListener;
  }

  /** Signals that did not leave this node. */
  long dropped() {
    return dropped.sum();
  }

  /** Whether what other nodes send arrives. */
  boolean isListening() {
    return listening;
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException, InterruptedException;
  }

  private void repeat(Work work) {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = DriverManager.getConnection(url, properties)) {
        work.on(connection);
      } catch (SQLException e) {
        LOG.warn("signals do not reach other nodes: {}", e.getMessage());
        pause();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void send(Connection connection) throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      while (true) {
        String letter = waiting.take();
        for (int sent = 0; letter != null && sent < BATCH; sent++) {
          notify.setString(1, CHANNEL);
          notify.setString(2, letter);
          notify.execute();
          letter = waiting.poll();
        }
        if (letter != null && !waiting.offer(letter)) {
          dropped.increment();
        }
        connection.commit();
      }
    }
  }

  private void receive(Connection connection) throws SQLException {
    try (Statement listen = connection.createStatement()) {
      listen.execute("listen " + CHANNEL);
    }
    PGConnection notified = connection.unwrap(PGConnection.class);
    listening = true;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        PGNotification[] arrived = notified.getNotifications(LISTEN_MILLIS);
        if (arrived == null || arrived.length == 0) {
          requireAlive(connection);
        } else {
          for (PGNotification one : arrived) {
            deliver(one.getParameter());
          }
        }
      }
    } finally {
      listening = false;
    }
  }

  /** A connection that died in silence never tells. */
  private static void requireAlive(Connection connection) throws SQLException {
    if (!connection.isValid(1)) {
      throw new SQLException("the connection is gone");
    }
  }

  private void deliver(String text) {
    try {
      Letter letter = json.readValue(text, Letter.class);
      Signal signal = letter.signal();
      if (signal != null && !letter.node().equals(node)) {
        listener.accept(signal);
      }
    } catch (JacksonException e) {
      // A newer node may send what this one does not know.
      LOG.warn("a signal was not understood: {}", e.getOriginalMessage());
    }
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
    sender.interrupt();
    receiver.interrupt();
    var _ = sender.join(END_LIMIT);
    var _ = receiver.join(END_LIMIT);
  }
}
