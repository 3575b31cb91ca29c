package io.beep.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import io.beep.coreapi.user.ServerSeatsId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the servers that one user is in, exactly: each membership is an aggregate of its own, and
 * none of them knows of the others. Of a hundred that somebody enters at once, by whatever node,
 * one is first here and the others wait.
 */
public final class ServerSeats {

  @AggregateIdentifier private @Nullable ServerSeatsId id;
  private final Set<ServerId> taken = new HashSet<>();

  /** Of the servers that were founded last, no more than count. */
  private final Deque<Instant> foundings = new ArrayDeque<>();

  ServerSeats() {}

  /**
   * @param exists whether a server is still there: those that were deleted free no seat, which
   *     would be an event for each of their members, and count no more
   */
  void take(ServerSeatTaken seat, Predicate<ServerId> exists) {
    if (taken.contains(seat.serverId())) {
      return;
    }
    if (taken.size() >= Quotas.SERVERS_OF_A_USER
        && taken.stream().filter(exists).count() >= Quotas.SERVERS_OF_A_USER) {
      throw new DomainException(new ServerError.JoinedLimitReached(Quotas.SERVERS_OF_A_USER));
    }
    if (seat.foundedAt() != null) {
      requireRoomInTheDayBefore(seat.foundedAt());
    }
    apply(seat);
  }

  private void requireRoomInTheDayBefore(Instant now) {
    Instant dayAgo = now.minus(Quotas.DAY);
    if (foundings.stream().filter(dayAgo::isBefore).count() >= Quotas.SERVERS_FOUNDED_IN_A_DAY) {
      throw new DomainException(
          new ServerError.FoundedLimitReached(Quotas.SERVERS_FOUNDED_IN_A_DAY));
    }
  }

  void free(ServerSeatFreed seat) {
    if (taken.contains(seat.serverId())) {
      apply(seat);
    }
  }

  @EventSourcingHandler
  void evolve(ServerSeatTaken event) {
    id = new ServerSeatsId(event.userId());
    taken.add(event.serverId());
    if (event.foundedAt() != null) {
      foundings.addLast(event.foundedAt());
    }
    if (foundings.size() > Quotas.SERVERS_FOUNDED_IN_A_DAY) {
      foundings.removeFirst();
    }
  }

  @EventSourcingHandler
  void evolve(ServerSeatFreed event) {
    taken.remove(event.serverId());
  }
}
