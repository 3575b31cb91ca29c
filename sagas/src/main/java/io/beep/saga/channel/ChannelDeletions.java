package io.beep.saga.channel;

import io.beep.coreapi.channel.ErasesChannels;
import io.beep.coreapi.channel.FinishChannelDeletion;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.saga.channel.ChannelNotes.Noted;
import io.beep.saga.shared.Commands;
import io.beep.saga.shared.RefusedException;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes what was said in channels that can no longer be restored, one bounded piece of work after
 * the other, and then ends them. Every piece can be done again.
 */
final class ChannelDeletions implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelDeletions.class);

  /**
   * How much later than the last moment of a restoration something is removed: whoever decided
   * about that may have had another clock, and what is removed cannot be brought back.
   */
  static final Duration MARGIN = Duration.ofHours(1);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final ChannelNotes notes;
  private final TransactionOperations transaction;
  private final Commands commands;
  private final List<ErasesChannels> erasers;
  private final Clock clock;

  /**
   * @param transaction of the database of the notes
   */
  ChannelDeletions(
      ChannelNotes notes,
      TransactionOperations transaction,
      Commands commands,
      List<ErasesChannels> erasers,
      Clock clock) {
    this.notes = notes;
    this.transaction = transaction;
    this.commands = commands;
    this.erasers = List.copyOf(erasers);
    this.clock = clock;
  }

  @Override
  public Outcome work() {
    Claimed claimed = new Claimed();
    try {
      return Objects.requireNonNull(transaction.execute(_ -> work(claimed)));
    } catch (RuntimeException failure) {
      LOG.warn("the deletion of {} failed and is tried again", claimed.channel, failure);
      postpone(claimed.channel);
      return Outcome.FAILED;
    }
  }

  private void postpone(@Nullable ChannelId channel) {
    if (channel == null) {
      return;
    }
    try {
      transaction.executeWithoutResult(
          _ -> notes.postpone(channel, clock.instant(), FIRST_WAIT, LONGEST_WAIT));
    } catch (RuntimeException failure) {
      // Its turn comes sooner than it should.
      LOG.warn("that the deletion of {} waits could not be noted", channel, failure);
    }
  }

  private static final class Claimed {
    private @Nullable ChannelId channel;
  }

  private Outcome work(Claimed claimed) {
    Instant now = clock.instant();
    Noted noted = notes.claim(now.minus(MARGIN), now);
    if (noted == null) {
      return Outcome.IDLE;
    }
    claimed.channel = noted.channelId();
    if (isEmpty(noted.channelId())) {
      finish(noted, now);
    }
    return Outcome.WORKED;
  }

  /** Removes a slice, if there is one. */
  private boolean isEmpty(ChannelId channel) {
    for (ErasesChannels eraser : erasers) {
      if (eraser.erase(channel) > 0) {
        return false;
      }
    }
    return true;
  }

  private void finish(Noted noted, Instant now) {
    try {
      commands.send(new FinishChannelDeletion(noted.channelId(), noted.deletedBy()));
      notes.forget(noted.channelId());
    } catch (RefusedException refusal) {
      if (refusal.kind() == ErrorKind.NOT_FOUND) {
        // It ended before this was noted.
        notes.forget(noted.channelId());
      } else {
        LOG.info("the deletion of {} waits: {}", noted.channelId(), refusal.getMessage());
        notes.postpone(noted.channelId(), now, FIRST_WAIT, LONGEST_WAIT);
      }
    }
  }
}
