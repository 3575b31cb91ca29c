package io.beep.gateway.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The stream of all events, by position. Every call may block. */
final class EventStream {

  private final StreamableMessageSource<TrackedEventMessage<?>> source;

  EventStream(StreamableMessageSource<TrackedEventMessage<?>> source) {
    this.source = source;
  }

  /** The position of the newest event, -1 when there is none. */
  long head() {
    return positionOf(source.createHeadToken());
  }

  /** Reads on from after the position. To be closed. */
  BlockingStream<TrackedEventMessage<?>> after(long position) {
    return source.openStream(position < 0 ? null : new GlobalSequenceTrackingToken(position));
  }

  /** Up to so many events; waits for the first and for no other. */
  static List<TrackedEventMessage<?>> take(
      BlockingStream<TrackedEventMessage<?>> stream, int most, Duration wait)
      throws InterruptedException {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    boolean some = stream.hasNextAvailable((int) wait.toMillis(), TimeUnit.MILLISECONDS);
    while (some && events.size() < most) {
      events.add(stream.nextAvailable());
      some = stream.hasNextAvailable();
    }
    return events;
  }

  static long positionOf(@Nullable TrackingToken token) {
    OptionalLong position = token == null ? OptionalLong.of(-1) : token.position();
    return position.orElseThrow(
        () -> new IllegalStateException("this event stream has no positions: " + token));
  }
}
