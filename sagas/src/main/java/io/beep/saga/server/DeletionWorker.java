package io.beep.saga.server;

import io.beep.saga.server.ServerDeletions.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has {@link ServerDeletions} work on a thread of its own: one piece at a time, and after each at
 * least as long a pause as it took. So deletions never take more than half of a connection, and
 * slow down by themselves when the database is busy with others.
 */
public final class DeletionWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeletionWorker.class);

  /** How late a deletion may begin; looking costs one row of an index. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(20);

  private final ServerDeletions deletions;
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("server-deletions").daemon().factory());

  DeletionWorker(ServerDeletions deletions, MeterRegistry meters) {
    this.deletions = deletions;
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder("beep.server.deletion.pieces")
              .description("Pieces of work of the deletion of servers")
              .tag("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
              .register(meters));
    }
  }

  void start() {
    next(Duration.ZERO);
  }

  private void next(Duration pause) {
    if (!thread.isShutdown()) {
      thread.schedule(this::work, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void work() {
    long began = System.nanoTime();
    Outcome outcome = attempt();
    Objects.requireNonNull(counters.get(outcome)).increment();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    next(
        switch (outcome) {
          case IDLE, FAILED -> IDLE;
          case WORKED -> took.compareTo(SHORTEST_PAUSE) > 0 ? took : SHORTEST_PAUSE;
        });
  }

  private Outcome attempt() {
    try {
      return deletions.work();
    } catch (RuntimeException fault) {
      LOG.error("the deletion of servers failed and goes on", fault);
      return Outcome.FAILED;
    }
  }

  /** Waits for the piece that is being done. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(UNTIL_STOPPED.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
