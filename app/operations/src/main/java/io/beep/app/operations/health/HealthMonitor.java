package io.beep.app.operations.health;

import io.beep.app.operations.health.Health.PartHealth;
import io.beep.app.operations.health.Health.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every part of a node again and again, and knows how the node is. */
public final class HealthMonitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);

  /** Half of what a client is told to wait, so that it seldom waits in vain. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Within it a part that works answers even on a machine that is busy. */
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(2);

  private final List<PartWatch> parts;
  private final Clock clock;
  private final Duration every;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("health-", 0).factory());
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Health health;

  private HealthMonitor(List<Part> parts, Clock clock, Duration every, Duration lookLimit) {
    this.parts = parts.stream().map(part -> new PartWatch(part, clock, lookLimit)).toList();
    this.clock = clock;
    this.every = every;
    this.health = new Health(State.STARTING, clock.instant(), partHealth());
  }

  /** Begins to look. */
  public static HealthMonitor start(List<Part> parts, Clock clock) {
    return start(parts, clock, EVERY, LOOK_LIMIT);
  }

  static HealthMonitor start(List<Part> parts, Clock clock, Duration every, Duration lookLimit) {
    HealthMonitor monitor = new HealthMonitor(parts, clock, every, lookLimit);
    monitor.threads.execute(monitor::run);
    return monitor;
  }

  /** As of the last look; costs nothing. */
  public Health health() {
    return health;
  }

  /** Looks at once, for those who cannot wait for the next look. */
  public Health lookNow() {
    CompletableFuture.allOf(
            parts.stream().map(part -> part.look(threads)).toArray(CompletableFuture[]::new))
        .join();
    return conclude();
  }

  private void run() {
    try {
      do {
        try {
          lookNow();
        } catch (RuntimeException e) {
          LOG.error("the look at this node's parts failed", e);
        }
      } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Health conclude() {
    List<PartHealth> now = partHealth();
    State state = state(now, health.state());
    if (state != health.state() && state == State.UNAVAILABLE) {
      LOG.error("this node cannot do its work");
    }
    health = new Health(state, state == health.state() ? health.since() : clock.instant(), now);
    return health;
  }

  private static State state(List<PartHealth> parts, State before) {
    if (parts.stream().anyMatch(part -> part.required() && !part.up())) {
      return before == State.STARTING ? State.STARTING : State.UNAVAILABLE;
    }
    return parts.stream().allMatch(PartHealth::up) ? State.READY : State.DEGRADED;
  }

  private List<PartHealth> partHealth() {
    return parts.stream().map(PartWatch::health).toList();
  }

  @Override
  public void close() {
    closing.countDown();
    threads.shutdownNow();
  }
}
