package io.beep.app.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The event store of the standalone product. Its streams tell their followers of a commit at once
 * and find recent events in memory.
 */
public final class TailingEventStore extends AbstractEventStore implements AutoCloseable {

  /** What a follower that is far behind reads at once. */
  private static final int HISTORY_AT_ONCE = 1_000;

  private final PostgresEventStorageEngine engine;
  private final Tail tail;
  private final EventWriter writer;
  private final ReceiptExpiry expiry;

  private TailingEventStore(
      Builder builder,
      PostgresEventStorageEngine engine,
      DataSource dataSource,
      List<CommittedEventsListener> listeners,
      StoreMeters meters) {
    super(builder);
    this.engine = engine;
    this.tail = new Tail(engine.head());
    this.writer = new EventWriter(dataSource, tail, this::history, listeners, meters);
    engine.writeWith(writer);
    this.expiry = new ReceiptExpiry(engine::deleteExpiredReceipts);
  }

  /**
   * Opens the store and takes its lock.
   *
   * @param dataSource with the schema of {@code db/event-store}; the writer keeps one of its
   *     connections for itself
   * @param hasSnapshots tells by its identifier whether an aggregate may have a snapshot
   * @throws SQLException when the store cannot be reached, or another process writes to it
   */
  public static TailingEventStore open(
      DataSource dataSource,
      Serializer serializer,
      EventUpcaster upcasters,
      Predicate<String> hasSnapshots,
      PendingReceipts receipts,
      List<CommittedEventsListener> listeners,
      MeterRegistry registry)
      throws SQLException {
    StoreMeters meters = new StoreMeters(registry);
    PostgresEventStorageEngine engine =
        PostgresEventStorageEngine.builder(dataSource, hasSnapshots, receipts, meters)
            .build(serializer, upcasters);
    Builder builder = new Builder(engine);
    TailingEventStore store =
        new TailingEventStore(builder, engine, dataSource, List.copyOf(listeners), meters);
    store.writer.start();
    store.expiry.start();
    StoreMeters.watch(store, registry);
    return store;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new TailStream(tail, PostgresEventStorageEngine.position(trackingToken), this::history);
  }

  private List<? extends TrackedEventMessage<?>> history(long position) {
    return engine
        .readEvents(new GlobalSequenceTrackingToken(position), false)
        .limit(HISTORY_AT_ONCE)
        .toList();
  }

  /**
   * The committed events of an aggregate; what the running command is about to append is not among
   * them.
   */
  public List<? extends DomainEventMessage<?>> committed(String aggregateIdentifier) {
    return engine.readEvents(aggregateIdentifier).asStream().toList();
  }

  /** The position of the newest event, -1 when there is none. */
  public long head() {
    return tail.head();
  }

  /** When the event at this position happened; empty when there is none. */
  public Optional<Instant> timeOf(long position) {
    TrackedEventMessage<?> recent = tail.get(position);
    return recent == null ? engine.timeOf(position) : Optional.of(recent.getTimestamp());
  }

  /**
   * The last identifier of an aggregate in the order of their characters; empty when there is none.
   *
   * @param prefix all that are asked for begin with it, as in {@code message:}
   */
  public Optional<String> lastIdentifier(String prefix) {
    return engine.lastIdentifier(prefix);
  }

  /** What a command with this key did within the last 24 hours. */
  public Optional<Receipt> findReceipt(String actor, String key) {
    return engine.findReceipt(actor, key);
  }

  /**
   * Keeps the receipt of a command that caused nothing; gives the position that it tells, of the
   * newest event. Blocks until it is durable.
   *
   * @throws DuplicateCommandException when there is one under its key already
   */
  public long keep(Receipt receipt) {
    return engine.keep(receipt);
  }

  /** Requests that wait for the writer, a gauge. */
  public int waitingAppends() {
    return writer.waiting();
  }

  /** Transactions since the start, a counter. */
  public long commits() {
    return writer.commits();
  }

  /** Events written since the start, a counter. */
  public long eventsWritten() {
    return writer.eventsWritten();
  }

  @Override
  public void close() {
    expiry.close();
    writer.close();
  }

  private static final class Builder extends AbstractEventStore.Builder {
    Builder(PostgresEventStorageEngine engine) {
      storageEngine(engine);
      validate();
    }
  }
}
