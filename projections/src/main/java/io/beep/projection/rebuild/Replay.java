package io.beep.projection.rebuild;

import io.beep.projection.api.RebuildException;
import io.beep.projection.shared.ByServer;
import io.beep.projection.shared.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the events of the past up to a bound: one thread reads and deals them out, each segment
 * has a thread and a transaction of its own. What must stay in order goes to one segment.
 *
 * <p>Axon's processors run without an end. Here all segments must stop at exactly the same event,
 * and go on from there, so that the last events can be handled while the group stands still.
 */
final class Replay {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  /** At this size an insert runs at nine tenths of its best rate. */
  private static final int EVENTS_IN_CHUNK = 500;

  /** So often a segment without events of its own stores how far it is. */
  private static final int EVENTS_BETWEEN_CHECKPOINTS = 20_000;

  private static final long POLL_MILLIS = 200;

  /** An event store that gives nothing for so long gives nothing at all. */
  private static final int MOST_SILENT_POLLS = 150;

  private static final long END_SECONDS = 60;

  private final StreamableMessageSource<TrackedEventMessage<?>> source;
  private final EventHandlerInvoker invoker;
  private final TransactionTemplate transactions;
  private final SegmentPositions positions;
  private final ByServer sequencing = new ByServer();

  /**
   * @param transactions on the schema that is built
   */
  Replay(
      StreamableMessageSource<TrackedEventMessage<?>> source,
      EventHandlerInvoker invoker,
      TransactionTemplate transactions,
      SegmentPositions positions) {
    this.source = source;
    this.invoker = invoker;
    this.transactions = transactions;
    this.positions = positions;
  }

  /**
   * Returns when all segments have every event up to {@code bound} and none behind it.
   *
   * @param reached told how far the reading is, after each chunk
   * @throws InterruptedException when the thread was interrupted; chunks that ran are whole
   */
  void upTo(long bound, LongConsumer reached) throws InterruptedException {
    if (positions.lowest() >= bound) {
      return;
    }
    Dealing dealing = new Dealing(reached);
    try {
      dealing.read(bound);
      dealing.finish();
    } finally {
      dealing.close();
    }
  }

  private final class Dealing implements AutoCloseable {

    private final List<SegmentWorker> workers = new ArrayList<>();
    private final List<Future<Void>> running = new ArrayList<>();
    private final List<List<TrackedEventMessage<?>>> dealt = new ArrayList<>();
    private final ExecutorService threads;
    private final LongConsumer reached;
    private long last = positions.lowest();
    private long sinceCheckpoint;

    Dealing(LongConsumer reached) {
      this.reached = reached;
      threads =
          Executors.newFixedThreadPool(
              positions.segments(), Thread.ofPlatform().daemon().name("rebuild-", 0).factory());
      for (int segment = 0; segment < positions.segments(); segment++) {
        SegmentWorker worker = new SegmentWorker(segment, invoker, transactions, positions);
        workers.add(worker);
        running.add(threads.submit(worker));
        dealt.add(new ArrayList<>(EVENTS_IN_CHUNK));
      }
    }

    void read(long bound) throws InterruptedException {
      int silent = 0;
      try (BlockingStream<TrackedEventMessage<?>> stream =
          source.openStream(new GlobalSequenceTrackingToken(last))) {
        while (last < bound) {
          if (stream.hasNextAvailable((int) POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            silent = 0;
            deal(stream.nextAvailable());
          } else if (++silent > MOST_SILENT_POLLS) {
            throw new RebuildException(
                "The event store gave nothing after position " + last + ". Start it again later.");
          }
        }
      }
      last = bound;
    }

    private void deal(TrackedEventMessage<?> event) throws InterruptedException {
      long position = event.trackingToken().position().orElseThrow();
      if (position > last) {
        // Only between positions: an event that became several stays in one chunk.
        passOnFullChunks();
      }
      last = position;
      // By its type alone, so that what nobody wants is never read out of its JSON.
      if (invoker.canHandleType(event.getPayloadType())) {
        int segment = Math.floorMod(sequence(event), workers.size());
        if (position > positions.of(segment)) {
          dealt.get(segment).add(event);
        }
      }
    }

    private int sequence(TrackedEventMessage<?> event) {
      Object sequence = sequencing.getSequenceIdentifierFor(event);
      return Objects.hashCode(sequence == null ? event.getIdentifier() : sequence);
    }

    private void passOnFullChunks() throws InterruptedException {
      for (int segment = 0; segment < workers.size(); segment++) {
        if (dealt.get(segment).size() >= EVENTS_IN_CHUNK) {
          passOn(segment);
        }
      }
      if (++sinceCheckpoint >= EVENTS_BETWEEN_CHECKPOINTS) {
        passOnAll();
      }
    }

    private void passOnAll() throws InterruptedException {
      sinceCheckpoint = 0;
      for (int segment = 0; segment < workers.size(); segment++) {
        passOn(segment);
      }
    }

    private void passOn(int segment) throws InterruptedException {
      if (last > positions.of(segment)) {
        give(segment, new Chunk(dealt.get(segment), last));
        dealt.set(segment, new ArrayList<>(EVENTS_IN_CHUNK));
        reached.accept(last);
      }
    }

    private void give(int segment, Chunk chunk) throws InterruptedException {
      while (!workers.get(segment).offer(chunk, POLL_MILLIS)) {
        for (Future<Void> one : running) {
          if (one.isDone()) {
            outcome(one);
          }
        }
      }
    }

    void finish() throws InterruptedException {
      passOnAll();
      for (int segment = 0; segment < workers.size(); segment++) {
        give(segment, Chunk.END);
      }
      for (Future<Void> one : running) {
        outcome(one);
      }
    }

    private void outcome(Future<Void> one) throws InterruptedException {
      try {
        one.get();
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        throw new RebuildException(
            "It stopped: " + Reasons.of(cause) + ". When that is mended, start it again.", cause);
      }
    }

    /** Lets the transactions that run come to their end. */
    @Override
    public void close() throws InterruptedException {
      threads.shutdownNow();
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.error("a segment of a rebuild did not end in {} s", END_SECONDS);
      }
    }
  }
}
