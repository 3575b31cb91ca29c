package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event stream and hands it to the hub, with the profiles that frames need. One thread;
 * ends by interruption. A stream that fails is opened again where it failed, for as long as it
 * takes.
 */
final class FeedFollower implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

  private final EventStream events;
  private final People people;
  private final FeedHub hub;
  private final FeedTraces traces;
  private long position;

  /**
   * @param position of the last event before the first that it shall hand over
   */
  FeedFollower(EventStream events, People people, FeedHub hub, FeedTraces traces, long position) {
    this.events = events;
    this.people = people;
    this.hub = hub;
    this.traces = traces;
    this.position = position;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        follow();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException broken) {
        LOG.error("the event stream failed after {}, it is opened again", position, broken);
        pause();
      }
    }
  }

  private void follow() throws InterruptedException {
    try (BlockingStream<TrackedEventMessage<?>> stream = events.after(position)) {
      while (!Thread.currentThread().isInterrupted()) {
        List<TrackedEventMessage<?>> batch =
            EventStream.take(stream, FeedNumbers.BATCH_EVENTS, FeedNumbers.FOLLOWER_WAIT);
        if (!batch.isEmpty()) {
          Runnable delivered = traces.begin(batch);
          hub.publish(withPeople(batch, people), delivered);
          position = EventStream.positionOf(batch.getLast().trackingToken());
        }
      }
    }
  }

  /** Blocks while profiles are looked up, which keeps the order, for a limited time. */
  static List<FeedEvent> withPeople(List<TrackedEventMessage<?>> messages, People people) {
    Set<UserId> needed = new HashSet<>();
    for (TrackedEventMessage<?> message : messages) {
      switch (message.getPayload()) {
        case UserRegistered registered -> people.on(registered);
        case UserPictureSet changed -> people.on(changed);
        default -> {
          // Tells of nobody, or of nothing that is shown beside a name.
        }
      }
      UserId person = FeedEvent.personOf(message.getPayload());
      if (person != null) {
        needed.add(person);
      }
    }
    people.prepare(needed, FeedNumbers.PEOPLE_LIMIT);
    List<FeedEvent> events = new ArrayList<>(messages.size());
    for (TrackedEventMessage<?> message : messages) {
      UserId person = FeedEvent.personOf(message.getPayload());
      events.add(
          new FeedEvent(
              EventStream.positionOf(message.trackingToken()),
              message.getPayload(),
              message.getTimestamp(),
              person == null ? null : people.get(person),
              message.getPayload() instanceof UserPictureSet changed
                  ? people.serversOf(changed.userId(), FeedNumbers.PEOPLE_LIMIT)
                  : Set.of()));
    }
    return events;
  }

  private static void pause() {
    try {
      Thread.sleep(FeedNumbers.FOLLOWER_PAUSE);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
