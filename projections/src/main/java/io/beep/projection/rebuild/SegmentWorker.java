package io.beep.projection.rebuild;

import io.beep.projection.shared.Handling;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles what it is given, in order: each chunk in a transaction together with its position. */
final class SegmentWorker implements Callable<Void> {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);

  /** One at work, one ready: more would only be memory. */
  private static final int READY = 1;

  /** A database that restarts is back within these seconds; the pauses are 1, 2, 4 … of them. */
  private static final int TRIES = 5;

  private final int segment;
  private final EventHandlerInvoker invoker;
  private final TransactionTemplate transactions;
  private final SegmentPositions positions;
  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(READY);

  SegmentWorker(
      int segment,
      EventHandlerInvoker invoker,
      TransactionTemplate transactions,
      SegmentPositions positions) {
    this.segment = segment;
    this.invoker = invoker;
    this.transactions = transactions;
    this.positions = positions;
  }

  /** Waits for room a while; tells whether the chunk was taken. */
  boolean offer(Chunk chunk, long millis) throws InterruptedException {
    return chunks.offer(chunk, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public Void call() throws InterruptedException {
    for (Chunk chunk = chunks.take(); !chunk.equals(Chunk.END); chunk = chunks.take()) {
      handleWithPatience(chunk);
    }
    return null;
  }

  private void handleWithPatience(Chunk chunk) throws InterruptedException {
    for (int failed = 0; ; failed++) {
      try {
        handle(chunk);
        return;
      } catch (RuntimeException e) {
        if (failed + 1 == TRIES || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("segment {} failed up to {}, trying again", segment, chunk.upTo(), e);
        TimeUnit.SECONDS.sleep(1L << failed);
      }
    }
  }

  private void handle(Chunk chunk) {
    transactions.executeWithoutResult(
        transaction -> {
          if (!chunk.events().isEmpty()) {
            Handling.handle(invoker, chunk.events());
          }
          positions.store(segment, chunk.upTo());
        });
    positions.committed(segment, chunk.upTo());
  }
}
