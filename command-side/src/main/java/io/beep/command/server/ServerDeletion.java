package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.DeletionGrace;
import io.beep.coreapi.server.AdvanceServerDeletion;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.FinishServerDeletion;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.StartServerDeletion;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The end of a server, as a part of it: asked for, perhaps taken back, then started, which nothing
 * takes back, and finished. The stream of the server is the one place where these meet, so that of
 * a restoration and a start that cross each other one wins, and the end is told once however often
 * the process of the deletion was interrupted.
 */
final class ServerDeletion {

  private @Nullable ServerDeletionScheduled scheduled;
  private boolean started;
  private @Nullable ServerDeletionAdvanced furthest;

  @CommandHandler
  void decide(DeleteServer command, AccessState access, Clock clock, DeletionGrace grace) {
    access.requireOpenTo(command.actor(), command.serverId());
    if (!access.isOwner(command.actor(), command.serverId())) {
      throw new DomainException(new ServerError.NotTheOwner());
    }
    apply(
        new ServerDeletionScheduled(
            command.serverId(), command.actor(), clock.instant().plus(grace.time())));
  }

  /** Nobody but the owner may know that there was such a server. */
  @CommandHandler
  void decide(RestoreServer command, AccessState access, Clock clock) {
    if (!access.everOwned(command.actor(), command.serverId())) {
      throw new DomainException(new CommonError.NotFound("server"));
    }
    if (scheduled == null) {
      return;
    }
    if (started || isDue(scheduled, clock)) {
      throw new DomainException(new ServerError.DeletionFinal());
    }
    apply(new ServerRestored(command.serverId(), command.actor()));
  }

  @CommandHandler
  void decide(StartServerDeletion command, Clock clock) {
    UserId owner = requireDue(clock);
    if (!started) {
      apply(new ServerDeletionStarted(command.serverId(), owner));
    }
  }

  @CommandHandler
  void decide(AdvanceServerDeletion command, Clock clock) {
    UserId owner = requireDue(clock);
    if (isFurther(command)) {
      apply(
          new ServerDeletionAdvanced(
              command.serverId(),
              owner,
              command.step().wireName(),
              command.done(),
              command.total()));
    }
  }

  @CommandHandler
  void decide(FinishServerDeletion command, Clock clock) {
    UserId owner = requireDue(clock);
    Map<String, Long> removed =
        command.removed().entrySet().stream()
            .collect(Collectors.toMap(step -> step.getKey().wireName(), Map.Entry::getValue));
    apply(new ServerDeletionFinished(command.serverId(), owner, removed));
  }

  private UserId requireDue(Clock clock) {
    if (scheduled == null || !started && !isDue(scheduled, clock)) {
      throw new DomainException(new ServerError.DeletionNotDue());
    }
    return scheduled.ownerId();
  }

  private static boolean isDue(ServerDeletionScheduled scheduled, Clock clock) {
    return !clock.instant().isBefore(scheduled.finalAt());
  }

  private boolean isFurther(AdvanceServerDeletion command) {
    if (furthest == null) {
      return true;
    }
    int steps = command.step().compareTo(DeletionStep.named(furthest.step()));
    return steps > 0 || steps == 0 && command.done() > furthest.done();
  }

  @EventSourcingHandler
  void evolve(ServerDeletionScheduled event) {
    scheduled = event;
  }

  @EventSourcingHandler
  void evolve(ServerRestored event) {
    scheduled = null;
  }

  @EventSourcingHandler
  void evolve(ServerDeletionStarted event) {
    started = true;
  }

  @EventSourcingHandler
  void evolve(ServerDeletionAdvanced event) {
    furthest = event;
  }
}
