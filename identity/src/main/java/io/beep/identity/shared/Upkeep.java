package io.beep.identity.shared;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the {@link UpkeepTask}s, one at a time; one that fails is logged and runs again later. */
public final class Upkeep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final int SECONDS_TO_STOP = 15;

  private final List<UpkeepTask> tasks;
  private @Nullable ScheduledExecutorService executor;

  public Upkeep(List<UpkeepTask> tasks) {
    this.tasks = List.copyOf(tasks);
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("identity-upkeep").daemon().factory());
    for (UpkeepTask task : tasks) {
      started.scheduleWithFixedDelay(
          () -> attempt(task), 0, task.interval().toMillis(), TimeUnit.MILLISECONDS);
    }
    executor = started;
  }

  private static void attempt(UpkeepTask task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("Upkeep failed: {}; again in {}", task.name(), task.interval(), e);
    }
  }

  @Override
  public synchronized void stop() {
    if (executor == null) {
      return;
    }
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        LOG.warn("Upkeep did not end within {} s", SECONDS_TO_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }
}
