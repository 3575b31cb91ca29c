package io.beep.app.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that appends. It takes what waits, writes it in one transaction, and answers when
 * that is durable: commands that run at once share a commit, and a lone command waits for nobody.
 *
 * <p>A request that cannot be written fails alone. When the connection is lost in the midst of a
 * commit nobody can tell whether the events are in; their commands fail as unavailable, and the
 * next connection first finds out and tells the listeners of whatever did get in.
 */
final class EventWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);

  /**
   * Beyond this a batch gains nothing: at 500 rows an insert runs at nine tenths of its best rate.
   */
  private static final int BATCH_REQUESTS = 500;

  /** Keeps a batch of large messages from holding up small ones for long. */
  private static final int BATCH_CHARACTERS = 4_000_000;

  /** At 20 000 events a second this is a wait of 200 ms; more would only be refused later. */
  private static final int QUEUE_REQUESTS = 4_000;

  private static final long RECONNECT_MILLIS = 100;
  private static final long CLOSE_MILLIS = 10_000;

  private final BlockingQueue<AppendRequest> queue = new ArrayBlockingQueue<>(QUEUE_REQUESTS);
  private final WriterConnection connection;
  private final Tail tail;
  private final LongFunction<List<? extends TrackedEventMessage<?>>> history;
  private final List<CommittedEventsListener> listeners;
  private final StoreMeters meters;
  private final LongAdder commits = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final Thread thread;
  private volatile boolean closing;

  /** Whether the last batch failed through no fault of its own; said once, not for each. */
  private boolean refusing;

  /**
   * @param history some events after a position, out of the database, at least one when there is
   *     any
   */
  EventWriter(
      DataSource dataSource,
      Tail tail,
      LongFunction<List<? extends TrackedEventMessage<?>>> history,
      List<CommittedEventsListener> listeners,
      StoreMeters meters) {
    this.connection = new WriterConnection(dataSource);
    this.meters = meters;
    this.tail = tail;
    this.history = history;
    this.listeners = listeners;
    this.thread = Thread.ofPlatform().name("event-writer").unstarted(this::run);
  }

  /** Takes the lock of the store before anything is promised. */
  void start() throws SQLException {
    connection.get().commit();
    meters.connected();
    thread.start();
  }

  /**
   * Queues the request; its future tells the outcome.
   *
   * @throws EventStoreUnavailableException when too much waits already, or the store is closing
   */
  void submit(AppendRequest request) {
    if (closing || !queue.offer(request)) {
      throw new EventStoreUnavailableException(
          closing ? "the event store is closing" : "too many commands wait for the event store");
    }
    if (closing && queue.remove(request)) {
      throw new EventStoreUnavailableException("the event store is closing");
    }
  }

  int waiting() {
    return queue.size();
  }

  long commits() {
    return commits.sum();
  }

  long eventsWritten() {
    return events.sum();
  }

  private void run() {
    List<AppendRequest> batch = new ArrayList<>(BATCH_REQUESTS);
    while (!closing || !queue.isEmpty()) {
      batch.clear();
      try {
        if (connect()) {
          gather(batch);
        }
        if (!batch.isEmpty()) {
          write(batch);
        }
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException | Error e) {
        // The driver answers a lost connection with an AssertionError now and then. Whatever it is,
        // the one
        // thread that writes must go on, and nobody may wait for this batch.
        LOG.error("the writer of events failed on a batch", e);
        connection.close();
        fail(batch, e);
      }
    }
    drainAsUnavailable();
    connection.close();
  }

  private void gather(List<AppendRequest> batch) throws InterruptedException {
    AppendRequest first = queue.poll(100, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    int size = first.size();
    while (batch.size() < BATCH_REQUESTS && size < BATCH_CHARACTERS) {
      AppendRequest next = queue.poll();
      if (next == null) {
        return;
      }
      batch.add(next);
      size += next.size();
    }
  }

  /** Makes sure of a connection, and of knowing all that is in the store. */
  private boolean connect() throws InterruptedException {
    if (connection.isOpen()) {
      return true;
    }
    try {
      Connection fresh = connection.get();
      long head = EventTable.head(fresh);
      fresh.commit();
      catchUp(head);
      meters.connected();
      LOG.info("connected to the event store again, at position {}", head);
      return true;
    } catch (SQLException e) {
      connection.close();
      LOG.warn("the event store cannot be reached: {}", e.getMessage());
      drainAsUnavailable();
      Thread.sleep(RECONNECT_MILLIS);
      return false;
    }
  }

  /** Publishes what a commit of unknown outcome did write. */
  private void catchUp(long head) {
    while (tail.head() < head) {
      publish(history.apply(tail.head()));
    }
  }

  private void write(List<AppendRequest> batch) {
    List<AppendRequest> repeated = new ArrayList<>();
    writeOnce(withoutRepeatedKeys(batch, repeated));
    // Not before: whoever is refused as a repetition looks for the receipt of the first.
    repeated.forEach(EventWriter::refuse);
  }

  private void writeOnce(List<AppendRequest> batch) {
    List<AppendRequest> rest = batch;
    while (!rest.isEmpty()) {
      try {
        Set<ReceiptTable.Key> duplicates = commit(rest);
        if (duplicates.isEmpty()) {
          return;
        }
        rest = withoutDuplicates(rest, duplicates);
      } catch (SQLException e) {
        if (!connection.rollback()) {
          fail(rest, e);
          return;
        }
        if (StoreFaults.isOfTheStore(e)) {
          // Each alone would fail for the same reason, and fill the log of a full disk on its way.
          refusing(e);
          fail(rest, e);
          return;
        }
        if (rest.size() == 1) {
          rest.getFirst().written().completeExceptionally(e);
          return;
        }
        LOG.debug("one of {} appends was refused, writing each alone", rest.size(), e);
        writeEachAlone(rest);
        return;
      }
    }
  }

  private void refusing(SQLException reason) {
    if (!refusing) {
      LOG.error("the event store takes no events: {}", reason.getMessage());
    }
    refusing = true;
  }

  private void writeEachAlone(List<AppendRequest> batch) {
    for (AppendRequest request : batch) {
      write(List.of(request));
    }
  }

  /**
   * Writes all of it in one transaction.
   *
   * @return the keys that were used before; when there are any, nothing was written
   */
  private Set<ReceiptTable.Key> commit(List<AppendRequest> batch) throws SQLException {
    long began = System.nanoTime();
    Connection open = connection.get();
    long first = tail.head() + 1;
    List<Receipt> receipts = receipts(batch, first);
    Set<ReceiptTable.Key> taken = new HashSet<>();
    receipts.forEach(receipt -> taken.add(ReceiptTable.Key.of(receipt)));
    taken.removeAll(ReceiptTable.insertNew(open, receipts));
    if (!taken.isEmpty()) {
      open.rollback();
      return taken;
    }
    long next = EventTable.insert(open, first, batch);
    open.commit();
    if (refusing) {
      refusing = false;
      LOG.warn("the event store takes events again");
    }
    meters.committed(began, next - first);
    if (next > first) {
      publish(tracked(batch, first));
    }
    commits.increment();
    events.add(next - first);
    long last = first - 1;
    for (AppendRequest request : batch) {
      last += request.events().size();
      request.written().complete(last);
    }
    return Set.of();
  }

  private static List<Receipt> receipts(List<AppendRequest> batch, long first) {
    List<Receipt> receipts = new ArrayList<>();
    long next = first;
    for (AppendRequest request : batch) {
      next += request.events().size();
      Receipt receipt = request.receipt();
      if (receipt != null) {
        receipts.add(
            new Receipt(
                receipt.actor(),
                receipt.key(),
                receipt.requestHash(),
                receipt.resultType(),
                receipt.result(),
                next - 1));
      }
    }
    return receipts;
  }

  private static List<TrackedEventMessage<?>> tracked(List<AppendRequest> batch, long first) {
    List<TrackedEventMessage<?>> tracked = new ArrayList<>();
    long position = first;
    for (AppendRequest request : batch) {
      for (NewEvent event : request.events()) {
        tracked.add(tracked(position++, event.message()));
      }
    }
    return tracked;
  }

  private static <T> TrackedEventMessage<T> tracked(long position, DomainEventMessage<T> event) {
    return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event);
  }

  private void publish(List<? extends TrackedEventMessage<?>> committed) {
    for (CommittedEventsListener listener : listeners) {
      try {
        listener.onCommitted(committed);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on committed events", e);
      }
    }
    tail.append(committed);
  }

  /** Of requests with one key in one batch the first goes on, the others are repetitions. */
  private static List<AppendRequest> withoutRepeatedKeys(
      List<AppendRequest> batch, List<AppendRequest> repeated) {
    Set<ReceiptTable.Key> seen = new HashSet<>();
    List<AppendRequest> rest = new ArrayList<>(batch.size());
    for (AppendRequest request : batch) {
      Receipt receipt = request.receipt();
      if (receipt == null || seen.add(ReceiptTable.Key.of(receipt))) {
        rest.add(request);
      } else {
        repeated.add(request);
      }
    }
    return rest;
  }

  private static List<AppendRequest> withoutDuplicates(
      List<AppendRequest> batch, Set<ReceiptTable.Key> duplicates) {
    List<AppendRequest> rest = new ArrayList<>(batch.size());
    for (AppendRequest request : batch) {
      Receipt receipt = request.receipt();
      if (receipt != null && duplicates.contains(ReceiptTable.Key.of(receipt))) {
        refuse(request);
      } else {
        rest.add(request);
      }
    }
    return rest;
  }

  private static void refuse(AppendRequest repetition) {
    Receipt receipt = Objects.requireNonNull(repetition.receipt());
    repetition.written().completeExceptionally(new DuplicateCommandException(receipt.key()));
  }

  private void drainAsUnavailable() {
    List<AppendRequest> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    fail(waiting, null);
  }

  private static void fail(List<AppendRequest> requests, @Nullable Throwable cause) {
    for (AppendRequest request : requests) {
      request
          .written()
          .completeExceptionally(
              cause == null
                  ? new EventStoreUnavailableException("the event store cannot be reached")
                  : new EventStoreUnavailableException("the event store failed", cause));
    }
  }

  /** Writes what waits, then ends; what comes later is refused. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(java.time.Duration.ofMillis(CLOSE_MILLIS))) {
        LOG.error("the writer of events did not end in {} ms", CLOSE_MILLIS);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
