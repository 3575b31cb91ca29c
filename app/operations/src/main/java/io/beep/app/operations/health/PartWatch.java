package io.beep.app.operations.health;

import io.beep.app.operations.health.Health.PartHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What is known of one part. Has at most one look under way: a part that hangs holds one thread and
 * not more with every look.
 */
final class PartWatch {

  private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);

  private static final String NOT_LOOKED_AT = "not looked at yet";
  private static final String NO_ANSWER = "does not answer";

  private final Part part;
  private final Clock clock;
  private final Duration limit;
  private volatile PartHealth health;

  /** The look that is under way. */
  private @Nullable CompletableFuture<@Nullable String> looking;

  private boolean lookedAt;
  private boolean worked;

  PartWatch(Part part, Clock clock, Duration limit) {
    this.part = part;
    this.clock = clock;
    this.limit = limit;
    this.health = state(false, NOT_LOOKED_AT);
  }

  PartHealth health() {
    return health;
  }

  /** Looks again; the future ends, always well, when the outcome is known or the time is over. */
  synchronized CompletableFuture<Void> look(Executor threads) {
    CompletableFuture<@Nullable String> present = looking;
    if (present == null || present.isDone()) {
      present = CompletableFuture.supplyAsync(this::fault, threads);
      looking = present;
    }
    return present
        .copy()
        .completeOnTimeout(NO_ANSWER, limit.toMillis(), TimeUnit.MILLISECONDS)
        .thenAccept(this::found);
  }

  private @Nullable String fault() {
    try {
      return part.check().fault();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    } catch (Exception e) {
      LOG.debug("{} does not answer", part.name(), e);
      return NO_ANSWER;
    }
  }

  private synchronized void found(@Nullable String fault) {
    PartHealth before = health;
    boolean up = fault == null;
    if (lookedAt && before.up() == up) {
      if (!Objects.equals(before.fault(), fault)) {
        health = new PartHealth(before.name(), before.required(), up, before.since(), fault);
      }
      return;
    }
    health = state(up, fault);
    tell(before);
    lookedAt = true;
    worked |= up;
  }

  /** What is not there yet when a node starts is nothing to warn of. */
  private void tell(PartHealth before) {
    if (!health.up()) {
      LOG.atLevel(worked ? Level.WARN : Level.INFO).log("{}: {}", part.name(), health.fault());
    } else if (worked) {
      LOG.warn(
          "{} works again after {}", part.name(), Duration.between(before.since(), health.since()));
    }
  }

  private PartHealth state(boolean up, @Nullable String fault) {
    return new PartHealth(
        part.name(), part.need() == Part.Need.REQUIRED, up, clock.instant(), fault);
  }
}
