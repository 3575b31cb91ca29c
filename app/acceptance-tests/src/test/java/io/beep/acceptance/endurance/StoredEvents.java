package io.beep.acceptance.endurance;

import io.beep.acceptance.shared.BeepProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * The event store of a Beep that runs, as an operator reads it: by SQL, past all that Beep keeps in
 * memory.
 */
final class StoredEvents implements AutoCloseable {

  /** The line of {@code postmaster.pid} that tells the port. */
  private static final int PORT_LINE = 3;

  /**
   * @param position its place in the stream
   */
  record Sent(long position, String id, String content) {}

  /**
   * @param count how many places are taken, from {@code first} to {@code last}
   */
  record Stream(long count, long first, long last) {}

  private final Connection connection;

  private StoredEvents(Connection connection) {
    this.connection = connection;
  }

  static StoredEvents of(BeepProcess beep) {
    Path home = beep.data().resolve("postgres");
    try {
      Properties login = new Properties();
      login.put("user", "beep");
      login.put("password", Files.readString(home.resolve("password")).strip());
      login.put("connectTimeout", "10");
      login.put("socketTimeout", "60");
      String port =
          Files.readAllLines(home.resolve("data").resolve("postmaster.pid")).get(PORT_LINE);
      return new StoredEvents(
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + port.strip() + "/beep", login));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError("the database does not answer", e);
    }
  }

  /** All that was ever said in a channel, in the order of the stream. */
  List<Sent> messagesOf(String channel) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select global_index, payload ->> 'messageId', payload ->> 'content'"
                + " from events.domain_event_entry"
                + " where payload_type = 'message.MessageSent' and payload ->> 'channelId' = ?"
                + " order by global_index")) {
      select.setString(1, UUID.fromString(channel).toString());
      try (ResultSet row = select.executeQuery()) {
        List<Sent> messages = new ArrayList<>();
        while (row.next()) {
          messages.add(new Sent(row.getLong(1), row.getString(2), row.getString(3)));
        }
        return messages;
      }
    } catch (SQLException e) {
      throw new AssertionError("the event store cannot be read", e);
    }
  }

  Stream stream() {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select count(*), min(global_index), max(global_index)"
                    + " from events.domain_event_entry");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Stream(row.getLong(1), row.getLong(2), row.getLong(3));
    } catch (SQLException e) {
      throw new AssertionError("the event store cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
