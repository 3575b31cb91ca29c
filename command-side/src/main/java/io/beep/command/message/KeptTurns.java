package io.beep.command.message;

import io.beep.command.shared.ChannelPlace;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.SenderTurnsId;
import io.beep.coreapi.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Keeps turns in {@link SenderTurns}, a stream for each day; yesterday's still counts at midnight.
 */
public final class KeptTurns implements SlowMode {

  private final Repository<SenderTurns> turns;
  private final Clock clock;

  public KeptTurns(Repository<SenderTurns> turns, Clock clock) {
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public void take(ChannelPlace place, int seconds, UserId sender) {
    Instant now = clock.instant();
    Duration wait = Duration.ofSeconds(seconds);
    SenderTurnsId today = SenderTurnsId.at(place.channelId(), sender, now);
    if (!SenderTurnsId.at(place.channelId(), sender, now.minus(wait)).equals(today)) {
      requireOver(today.dayBefore(), wait, now);
    }
    Aggregate<SenderTurns> mine = of(today);
    mine.execute(it -> it.requireOver(wait, now));
    mine.execute(
        it -> it.take(new ChannelTurnTaken(place.channelId(), place.serverId(), sender, now)));
  }

  private void requireOver(SenderTurnsId yesterday, Duration wait, Instant now) {
    Aggregate<SenderTurns> before;
    try {
      before = turns.load(yesterday.toString());
    } catch (AggregateNotFoundException silent) {
      return;
    }
    before.execute(it -> it.requireOver(wait, now));
  }

  private Aggregate<SenderTurns> of(SenderTurnsId id) {
    try {
      return turns.loadOrCreate(id.toString(), SenderTurns::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("turns cannot be loaded", e);
    }
  }
}
