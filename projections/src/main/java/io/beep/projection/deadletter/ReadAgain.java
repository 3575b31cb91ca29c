package io.beep.projection.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Finds an event by its place in the stream. */
final class ReadAgain {

  private static final int SECONDS = 10;

  private final StreamableMessageSource<TrackedEventMessage<?>> source;

  ReadAgain(StreamableMessageSource<TrackedEventMessage<?>> source) {
    this.source = source;
  }

  /** One event; several where an old one is read as several new ones. */
  List<TrackedEventMessage<?>> at(long position) {
    List<TrackedEventMessage<?>> events = new ArrayList<>(1);
    try (BlockingStream<TrackedEventMessage<?>> stream =
        source.openStream(new GlobalSequenceTrackingToken(position - 1))) {
      while (stream.hasNextAvailable(events.isEmpty() ? SECONDS : 0, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        if (event.trackingToken().position().orElseThrow() != position) {
          break;
        }
        events.add(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the event at " + position, e);
    }
    if (events.isEmpty()) {
      throw new IllegalStateException("the event store does not give the event at " + position);
    }
    return events;
  }
}
