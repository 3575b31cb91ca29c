package io.beep.saga.shared;

import io.beep.saga.shared.Work.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has {@link Work} done on a thread of its own: one piece at a time, and after each at least as
 * long a pause as it took. So deletions never take more than half of a connection, and slow down by
 * themselves when the database is busy with others.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** How late work may begin; looking costs one row of an index. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(20);

  private final String name;
  private final Work work;
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
  private final ScheduledExecutorService thread;

  private Worker(String name, Work work, MeterRegistry meters) {
    this.name = name;
    this.work = work;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder("beep.process.pieces")
              .description("Pieces of work of processes across aggregates")
              .tags("process", name, "outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  /** Begins at once, and goes on until it is closed. */
  public static Worker start(String name, Work work, MeterRegistry meters) {
    Worker worker = new Worker(name, work, meters);
    worker.next(Duration.ZERO);
    return worker;
  }

  private void next(Duration pause) {
    if (!thread.isShutdown()) {
      thread.schedule(this::workAndPause, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void workAndPause() {
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
      return work.work();
    } catch (RuntimeException fault) {
      LOG.error("{} failed and goes on", name, fault);
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
