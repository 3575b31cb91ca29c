package io.beep.saga.server;

import io.beep.coreapi.server.AdvanceServerDeletion;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.server.FinishServerDeletion;
import io.beep.coreapi.server.StartServerDeletion;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ServerId;
import io.beep.saga.server.DeletionNotes.Noted;
import io.beep.saga.server.DeletionNotes.Step;
import io.beep.saga.shared.Commands;
import io.beep.saga.shared.RefusedException;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes the servers whose time has come, one bounded piece of work after the other. Everything
 * that a piece does can be done again: whatever moment the process dies in, the next one begins
 * with the piece that was not noted as done. The end is told once, because the server's stream
 * takes it once.
 */
final class ServerDeletions implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(ServerDeletions.class);

  /** Until a deletion is tried again that failed: at first, and at most. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** A step tells at most this often how far it is, however much there is. */
  private static final int PARTS_TOLD = 20;

  private final DeletionNotes notes;
  private final TransactionOperations transaction;
  private final Commands commands;
  private final Map<DeletionStep, ErasesServers> erasers = new EnumMap<>(DeletionStep.class);
  private final Clock clock;

  /**
   * @param transaction of the database of the notes
   */
  ServerDeletions(
      DeletionNotes notes,
      TransactionOperations transaction,
      Commands commands,
      Collection<ErasesServers> erasers,
      Clock clock) {
    this.notes = notes;
    this.transaction = transaction;
    this.commands = commands;
    this.clock = clock;
    erasers.forEach(
        eraser -> {
          if (this.erasers.put(eraser.step(), eraser) != null) {
            throw new IllegalArgumentException("two erase " + eraser.step());
          }
        });
    for (DeletionStep step : DeletionStep.values()) {
      Objects.requireNonNull(this.erasers.get(step), () -> "nobody erases " + step);
    }
  }

  @Override
  public Outcome work() {
    Claimed claimed = new Claimed();
    try {
      return Objects.requireNonNull(transaction.execute(_ -> work(claimed)));
    } catch (RuntimeException failure) {
      LOG.warn("the deletion of {} failed and is tried again", claimed.server, failure);
      postpone(claimed.server);
      return Outcome.FAILED;
    }
  }

  private void postpone(@Nullable ServerId server) {
    if (server == null) {
      return;
    }
    try {
      transaction.executeWithoutResult(
          _ -> notes.postpone(server, clock.instant(), FIRST_WAIT, LONGEST_WAIT));
    } catch (RuntimeException failure) {
      // Its turn comes sooner than it should.
      LOG.warn("that the deletion of {} waits could not be noted", server, failure);
    }
  }

  private static final class Claimed {
    private @Nullable ServerId server;
  }

  private Outcome work(Claimed claimed) {
    Noted noted = notes.claim(clock.instant());
    if (noted == null) {
      return Outcome.IDLE;
    }
    claimed.server = noted.serverId();
    try {
      work(noted);
    } catch (RefusedException refusal) {
      if (refusal.kind() == ErrorKind.NOT_FOUND) {
        // It ended before this was noted.
        notes.forget(noted.serverId());
      } else {
        // It was restored, which will be read soon, or the clock of who decides is behind.
        LOG.info("the deletion of {} waits: {}", noted.serverId(), refusal.getMessage());
        notes.postpone(noted.serverId(), clock.instant(), FIRST_WAIT, LONGEST_WAIT);
      }
    }
    return Outcome.WORKED;
  }

  private void work(Noted noted) {
    if (!noted.started()) {
      start(noted);
      return;
    }
    List<Step> steps = notes.steps(noted.serverId());
    Step present = steps.stream().filter(step -> !step.finished()).findFirst().orElse(null);
    if (present == null) {
      commands.send(
          new FinishServerDeletion(noted.serverId(), noted.ownerId(), DeletionNotes.totals(steps)));
      notes.forget(noted.serverId());
    } else {
      erase(noted, present);
    }
  }

  private void start(Noted noted) {
    commands.send(new StartServerDeletion(noted.serverId(), noted.ownerId()));
    Map<DeletionStep, Long> totals = new EnumMap<>(DeletionStep.class);
    erasers.forEach((step, eraser) -> totals.put(step, eraser.count(noted.serverId())));
    notes.start(noted.serverId(), totals);
  }

  private void erase(Noted noted, Step step) {
    int erased = eraser(step).erase(noted.serverId());
    boolean finished = erased == 0;
    // A slice that is done again after a death counts what it finds; the end of the step is exact.
    long done = finished ? step.total() : Math.min(step.total(), step.done() + erased);
    if (finished ? step.total() > 0 : isWorthTelling(step, done)) {
      commands.send(
          new AdvanceServerDeletion(
              noted.serverId(), noted.ownerId(), step.step(), done, step.total()));
    }
    notes.advance(noted.serverId(), new Step(step.step(), step.total(), done, finished));
  }

  private static boolean isWorthTelling(Step step, long done) {
    // What came after the counting is not told of.
    return step.total() > 0
        && PARTS_TOLD * done / step.total() > PARTS_TOLD * step.done() / step.total();
  }

  private ErasesServers eraser(Step step) {
    return Objects.requireNonNull(erasers.get(step.step()));
  }
}
