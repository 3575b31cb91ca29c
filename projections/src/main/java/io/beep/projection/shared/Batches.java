package io.beep.projection.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what the handlers of one batch of events change, and writes it just before the batch
 * commits, in the order of the events. Handlers that wrote row by row would be half as fast.
 *
 * <p>What cannot be written together is written once more event by event. An event that is refused
 * alone too, or whose handler failed, goes to the dead letters, and with it what follows about the
 * same; the others are written. All of that is one transaction with the token.
 *
 * @param <C> a change
 */
public final class Batches<C> implements ListenerInvocationErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private final String resource = Batches.class.getName() + "@" + System.identityHashCode(this);
  private final Sink<C> sink;
  private final Function<EventMessage<?>, Subject> subjects;
  private final JdbcTemplate jdbc;
  private final GroupLock lock;
  private final DeadLetters deadLetters;

  /**
   * @param subjects tells which events must stay in order when one of them cannot be handled
   */
  public Batches(Surroundings in, Function<EventMessage<?>, Subject> subjects, Sink<C> sink) {
    this.sink = sink;
    this.subjects = subjects;
    this.jdbc = new JdbcTemplate(in.readModel());
    this.lock = in.lock();
    this.deadLetters = in.deadLetters();
  }

  /** Writes the change that the event of the moment makes, when its batch commits. */
  public void add(C change) {
    current().changes.add(change);
  }

  /** Called in place of an exception that would break the whole batch. */
  @Override
  public void onError(Exception exception, EventMessage<?> event, EventMessageHandler handler) {
    LOG.debug("a handler failed", exception);
    current().failure = exception;
  }

  private Step<C> current() {
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
    if (!(unitOfWork.getMessage() instanceof EventMessage<?> event)) {
      throw new IllegalStateException("only handlers of events change projections");
    }
    List<Step<C>> steps = unitOfWork.getResource(resource);
    if (steps == null) {
      List<Step<C>> fresh = new ArrayList<>();
      unitOfWork.resources().put(resource, fresh);
      unitOfWork.onPrepareCommit(committing -> write(fresh));
      steps = fresh;
    }
    if (steps.isEmpty() || steps.getLast().event != event) {
      steps.add(new Step<>(event));
    }
    return steps.getLast();
  }

  private void write(List<Step<C>> steps) {
    requireTransaction();
    // Rows and token are in this one transaction. A crash that loses its last commits loses both,
    // and the events are handled again: waiting for the disk here would protect nothing.
    jdbc.execute("set local synchronous_commit = off" + lock.sharing());
    Set<Subject> waiting = deadLetters.waiting();
    if (!waiting.isEmpty()
        || steps.stream().anyMatch(step -> step.failure != null)
        || !isWrittenTogether(steps)) {
      writeOneByOne(steps, waiting);
    }
  }

  private boolean isWrittenTogether(List<Step<C>> steps) {
    List<C> changes = new ArrayList<>(steps.size());
    steps.forEach(step -> changes.addAll(step.changes));
    try {
      sink.write(changes);
      return true;
    } catch (EventRefusedException e) {
      LOG.warn(
          "one of {} events was refused, writing each alone: {}",
          steps.size(),
          Reasons.of(e.reason()));
      return false;
    }
  }

  private void writeOneByOne(List<Step<C>> steps, Set<Subject> alreadyWaiting) {
    Set<Subject> waiting = new HashSet<>(alreadyWaiting);
    for (Step<C> step : steps) {
      Subject subject = subjects.apply(step.event);
      if (subject.overlapsAny(waiting)) {
        deadLetters.add(subject, position(step.event), null);
      } else {
        Exception refusal = step.failure == null ? refusalOf(step.changes) : step.failure;
        if (refusal == null) {
          continue;
        }
        LOG.error(
            "the event at {} cannot be handled; it waits among the dead letters, and with it what"
                + " follows about {}: {}",
            position(step.event),
            subject.path(),
            Reasons.of(refusal));
        deadLetters.add(subject, position(step.event), refusal);
      }
      waiting.add(subject);
    }
  }

  private @Nullable Exception refusalOf(List<C> changes) {
    try {
      sink.write(changes);
      return null;
    } catch (EventRefusedException e) {
      return e.reason();
    }
  }

  private static long position(EventMessage<?> event) {
    if (event instanceof TrackedEventMessage<?> tracked) {
      return tracked.trackingToken().position().orElseThrow();
    }
    throw new IllegalStateException("an event without a place in the stream: " + event);
  }

  /** Without a transaction rows and token could part, and nothing else would tell. */
  static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("projections write within the transaction of their token");
    }
  }

  /** What one event changes, or why it cannot be handled. */
  private static final class Step<C> {
    private final EventMessage<?> event;
    private final List<C> changes = new ArrayList<>(2);
    private @Nullable Exception failure;

    Step(EventMessage<?> event) {
      this.event = event;
    }
  }
}
