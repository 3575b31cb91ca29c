package io.beep.command.user;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.Seats;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import io.beep.coreapi.user.ServerSeatsId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Keeps count in {@link ServerSeats}. It is always the last aggregate that a command takes hold of,
 * so no two commands wait for each other.
 */
public final class KeptSeats implements Seats {

  private final Repository<ServerSeats> seats;
  private final AccessState access;
  private final Clock clock;

  public KeptSeats(Repository<ServerSeats> seats, AccessState access, Clock clock) {
    this.seats = seats;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void take(UserId user, ServerId server) {
    take(user, server, null);
  }

  @Override
  public void found(UserId user, ServerId server) {
    take(user, server, clock.instant());
  }

  private void take(UserId user, ServerId server, @Nullable Instant foundedAt) {
    ServerSeatTaken seat = new ServerSeatTaken(user, server, foundedAt);
    of(user).execute(mine -> mine.take(seat, access::exists));
  }

  @Override
  public void free(UserId user, ServerId server) {
    Aggregate<ServerSeats> mine;
    try {
      mine = seats.load(new ServerSeatsId(user).toString());
    } catch (AggregateNotFoundException never) {
      return;
    }
    mine.execute(it -> it.free(new ServerSeatFreed(user, server)));
  }

  private Aggregate<ServerSeats> of(UserId user) {
    try {
      return seats.loadOrCreate(new ServerSeatsId(user).toString(), ServerSeats::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("seats cannot be loaded", e);
    }
  }
}
