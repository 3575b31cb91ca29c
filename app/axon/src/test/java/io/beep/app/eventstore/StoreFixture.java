package io.beep.app.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.axon.StoredNameSerializer;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A store of its own for a test, that can be closed and opened again on the same database. */
final class StoreFixture implements AutoCloseable {

  static final ChannelId CHANNEL = new ChannelId(new UUID(7, 1));
  static final ServerId SERVER = new ServerId(new UUID(7, 2));
  static final UserId AUTHOR = new UserId(new UUID(7, 3));

  private static final ThreadLocal<@Nullable Receipt> WANTED = new ThreadLocal<>();

  final TestDatabase database = TestPostgres.freshDatabase().withSchema("events");
  final List<TrackedEventMessage<?>> told = new CopyOnWriteArrayList<>();
  private final HikariDataSource dataSource = pool(database);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable TailingEventStore store;

  StoreFixture() {
    Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema("events")
        .locations("classpath:db/event-store")
        .load()
        .migrate();
  }

  MeterRegistry meters() {
    return meters;
  }

  TailingEventStore open() throws SQLException {
    TailingEventStore opened =
        TailingEventStore.open(
            dataSource,
            StoredNameSerializer.of(EventCatalog.EVENTS),
            NoOpEventUpcaster.INSTANCE,
            aggregate -> aggregate.startsWith("server:"),
            WANTED::get,
            List.of(told::addAll),
            meters);
    store = opened;
    return opened;
  }

  TailingEventStore reopen() throws SQLException {
    closeStore();
    return open();
  }

  /** As long ago as that. */
  void ageReceipts(Duration age) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update command_receipt set recorded_at = now() - ? * interval '1 second'")) {
      update.setLong(1, age.toSeconds());
      update.executeUpdate();
    }
  }

  long receipts() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from command_receipt");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void closeStore() {
    TailingEventStore open = store;
    if (open != null) {
      open.close();
    }
  }

  /** Publishes as a command would that wants this receipt kept. */
  static void withReceipt(Receipt receipt, Runnable publishing) {
    WANTED.set(receipt);
    try {
      publishing.run();
    } finally {
      WANTED.remove();
    }
  }

  static DomainEventMessage<MessageSent> sent(MessageId id, String content) {
    return new GenericDomainEventMessage<>(
        "Message", id.toString(), 0, new MessageSent(id, CHANNEL, SERVER, AUTHOR, content, null));
  }

  static DomainEventMessage<MessageEdited> edited(MessageId id, long sequence, String content) {
    return new GenericDomainEventMessage<>(
        "Message",
        id.toString(),
        sequence,
        new MessageEdited(id, CHANNEL, SERVER, AUTHOR, content));
  }

  static MessageId message(int number) {
    return new MessageId(new UUID(8, number));
  }

  private static HikariDataSource pool(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl() + "&reWriteBatchedInserts=true");
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(3_000);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    closeStore();
    dataSource.close();
  }
}
