package io.beep.app.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's engine on the tables of this package. {@link #appendEvents} returns when the events are
 * durable; it blocks its (virtual) thread meanwhile.
 */
final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  /** Longer than any pause after which the outcome still matters to the one who asked. */
  private static final long APPEND_SECONDS = 30;

  private static final int FETCHED_AT_ONCE = 500;

  private final DataSource dataSource;
  private final Predicate<String> hasSnapshots;
  private final PendingReceipts receipts;
  private final StoreMeters meters;
  private final EventWriterHolder writer = new EventWriterHolder();

  private PostgresEventStorageEngine(Builder builder) {
    super(builder);
    this.dataSource = builder.dataSource;
    this.hasSnapshots = builder.hasSnapshots;
    this.receipts = builder.receipts;
    this.meters = builder.meters;
  }

  static Builder builder(
      DataSource dataSource,
      Predicate<String> hasSnapshots,
      PendingReceipts receipts,
      StoreMeters meters) {
    return new Builder(dataSource, hasSnapshots, receipts, meters);
  }

  void writeWith(EventWriter eventWriter) {
    writer.writer = eventWriter;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    LastAppend.remember(
        write(
            new AppendRequest(
                events.stream().map(event -> NewEvent.of(domainEvent(event), serializer)).toList(),
                receipts.current(),
                new CompletableFuture<>()),
            events.getFirst()));
  }

  /** Keeps a receipt without events; gives the position of the newest event. */
  long keep(Receipt receipt) {
    return write(new AppendRequest(List.of(), receipt, new CompletableFuture<>()), null);
  }

  /**
   * @param first of the events, null for none
   */
  private long write(AppendRequest request, @Nullable EventMessage<?> first) {
    long began = System.nanoTime();
    StoreMeters.Outcome outcome = StoreMeters.Outcome.UNAVAILABLE;
    try {
      writer.get().submit(request);
      long position = await(request, first);
      outcome = StoreMeters.Outcome.WRITTEN;
      return position;
    } catch (ConcurrencyException
        | AggregateStreamCreationException
        | DuplicateCommandException e) {
      outcome = StoreMeters.Outcome.OVERTAKEN;
      throw e;
    } finally {
      meters.appended(began, outcome);
    }
  }

  private long await(AppendRequest request, @Nullable EventMessage<?> first) {
    try {
      return request.written().get(APPEND_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException sql when first != null -> handlePersistenceException(sql, first);
        case RuntimeException known -> throw known;
        case null, default -> throw new EventStoreUnavailableException("append failed", e);
      }
      throw new EventStoreUnavailableException("append failed", e);
    } catch (TimeoutException e) {
      throw new EventStoreUnavailableException("append took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("append was interrupted", e);
    }
  }

  private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domainEvent
        ? domainEvent
        : new GenericDomainEventMessage<>(
            "", event.getIdentifier(), 0L, event, event::getTimestamp);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    query(
        connection -> {
          EventTable.replaceSnapshot(connection, NewEvent.of(snapshot, serializer));
          return true;
        });
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return query(connection -> EventTable.after(connection, position(lastToken), batchSize));
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return query(
        connection ->
            EventTable.ofAggregate(
                connection, aggregateIdentifier, firstSequenceNumber, batchSize));
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    // Most streams are short and never have one; a query for each load would be for nothing.
    return hasSnapshots.test(aggregateIdentifier)
        ? query(connection -> EventTable.snapshot(connection, aggregateIdentifier)).stream()
        : Stream.empty();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return query(connection -> EventTable.lastSequence(connection, aggregateIdentifier));
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(-1);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(head());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return new GlobalSequenceTrackingToken(
        query(connection -> EventTable.positionBefore(connection, dateTime)));
  }

  long head() {
    return query(EventTable::head);
  }

  Optional<Instant> timeOf(long position) {
    return query(connection -> EventTable.timeOf(connection, position));
  }

  Optional<String> lastIdentifier(String prefix) {
    return query(connection -> EventTable.lastIdentifier(connection, prefix));
  }

  Optional<Receipt> findReceipt(String actor, String key) {
    return query(connection -> ReceiptTable.find(connection, actor, key));
  }

  /** Removes some receipts that count no more; gives their number. */
  int deleteExpiredReceipts() {
    return query(ReceiptTable::deleteExpired);
  }

  /**
   * @return -1 for no token, that is the beginning
   * @throws IllegalArgumentException for a token of another kind of store
   */
  static long position(@Nullable TrackingToken token) {
    if (token == null) {
      return -1;
    }
    return token
        .position()
        .orElseThrow(() -> new IllegalArgumentException("not a position: " + token));
  }

  private <R> R query(Query<R> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.on(connection);
    } catch (SQLException e) {
      throw new EventStoreUnavailableException("the event store cannot be read", e);
    }
  }

  @FunctionalInterface
  private interface Query<R> {
    R on(Connection connection) throws SQLException;
  }

  /**
   * The writer reads history through this engine, which writes through it: one of them comes later.
   */
  private static final class EventWriterHolder {
    private volatile @Nullable EventWriter writer;

    EventWriter get() {
      EventWriter present = writer;
      if (present == null) {
        throw new EventStoreUnavailableException("the event store is not open");
      }
      return present;
    }
  }

  static final class Builder extends BatchingEventStorageEngine.Builder {
    private final DataSource dataSource;
    private final Predicate<String> hasSnapshots;
    private final PendingReceipts receipts;
    private final StoreMeters meters;

    private Builder(
        DataSource dataSource,
        Predicate<String> hasSnapshots,
        PendingReceipts receipts,
        StoreMeters meters) {
      this.dataSource = dataSource;
      this.hasSnapshots = hasSnapshots;
      this.receipts = receipts;
      this.meters = meters;
      batchSize(FETCHED_AT_ONCE);
      persistenceExceptionResolver(
          exception ->
              exception instanceof SQLException sql && "23505".equals(StoreFaults.state(sql)));
    }

    PostgresEventStorageEngine build(Serializer serializer, EventUpcaster upcasters) {
      eventSerializer(serializer);
      snapshotSerializer(serializer);
      upcasterChain(upcasters);
      validate();
      return new PostgresEventStorageEngine(this);
    }
  }
}
