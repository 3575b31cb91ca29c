package io.beep.gateway.feed;

import io.beep.gateway.shared.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Events that are older than the ring, out of the store, a limited number. Blocks. */
final class PastEvents {

  /** For a read that gets nothing although there must be something. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final EventStream events;
  private final People people;
  private final FeedHub hub;
  private final Semaphore readers = new Semaphore(FeedNumbers.PAST_READERS);

  PastEvents(EventStream events, People people, FeedHub hub) {
    this.events = events;
    this.people = people;
    this.hub = hub;
  }

  /**
   * What the ring lacks after the position.
   *
   * @return empty when that is more than it is worth
   */
  Optional<List<FeedEvent>> after(long position) {
    if (hub.floor() - position > FeedNumbers.PAST_EVENTS) {
      return Optional.empty();
    }
    try {
      readers.acquire();
      try {
        return read(position);
      } finally {
        readers.release();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("feed").exception();
    }
  }

  private Optional<List<FeedEvent>> read(long position) throws InterruptedException {
    List<FeedEvent> past = new ArrayList<>();
    long reached = position;
    try (BlockingStream<TrackedEventMessage<?>> stream = events.after(position)) {
      // A little further than the ring begins, since it moves while we read.
      while (reached < Math.min(hub.position(), hub.floor() + FeedNumbers.BATCH_EVENTS)) {
        if (past.size() > FeedNumbers.PAST_EVENTS) {
          return Optional.empty();
        }
        List<TrackedEventMessage<?>> batch =
            EventStream.take(stream, FeedNumbers.BATCH_EVENTS, PATIENCE);
        if (batch.isEmpty()) {
          throw Problems.unavailable("feed").exception();
        }
        past.addAll(FeedFollower.withPeople(batch, people));
        reached = past.getLast().position();
      }
    }
    return Optional.of(past);
  }
}
