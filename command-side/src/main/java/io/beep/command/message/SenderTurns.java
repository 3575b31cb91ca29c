package io.beep.command.message;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.SenderTurnsId;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wrote last in a channel with slow mode, on one day. Of two messages that they send
 * at once, by whatever node, one is first here, and the other must wait.
 */
public final class SenderTurns {

  @AggregateIdentifier private @Nullable SenderTurnsId id;
  private @Nullable Instant last;

  SenderTurns() {}

  void requireOver(Duration wait, Instant now) {
    if (last == null) {
      return;
    }
    Duration left = Duration.between(now, last.plus(wait));
    if (left.isPositive()) {
      throw new DomainException(new MessageError.SlowMode(Math.ceilDiv(left.toMillis(), 1000L)));
    }
  }

  void take(ChannelTurnTaken turn) {
    apply(turn);
  }

  @EventSourcingHandler
  void evolve(ChannelTurnTaken event) {
    id = SenderTurnsId.at(event.channelId(), event.userId(), event.at());
    last = event.at();
  }
}
