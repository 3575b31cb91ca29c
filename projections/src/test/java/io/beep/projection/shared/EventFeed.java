package io.beep.projection.shared;

import io.beep.coreapi.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** An event stream in memory, as the event store gives it: dense places from 0 up. */
public final class EventFeed implements StreamableMessageSource<TrackedEventMessage<?>> {

  private static final Instant BEGINNING = Instant.parse("2026-03-01T09:00:00Z");

  /** What the names of the threads begin with that handle events for a rebuild. */
  private static final String SEGMENT = "rebuild-";

  private final Set<Long> handled = ConcurrentHashMap.newKeySet();
  private final List<TrackedEventMessage<?>> events = new CopyOnWriteArrayList<>();
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

  /** Appends; each event happens a second after the one before it. */
  public EventFeed append(List<? extends DomainEvent> more) {
    return append(more, Map.of());
  }

  /**
   * @param metaData of each
   */
  public EventFeed append(List<? extends DomainEvent> more, Map<String, ?> metaData) {
    for (DomainEvent event : more) {
      long place = events.size();
      events.add(
          new Watched(
              place,
              new GenericEventMessage<>(
                  "event-" + place, event, MetaData.from(metaData), BEGINNING.plusSeconds(place))));
    }
    callbacks.forEach(Runnable::run);
    return this;
  }

  /** Appends what is no event of the domain. */
  EventFeed appendForeign(Object payload) {
    long place = events.size();
    events.add(
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(place), new GenericEventMessage<>(payload)));
    callbacks.forEach(Runnable::run);
    return this;
  }

  /** The place of the last event; -1 when there is none. */
  public long head() {
    return events.size() - 1L;
  }

  /** The places that the segments of a rebuild have handled since this was asked last. */
  public Set<Long> handledByRebuild() {
    Set<Long> places = Set.copyOf(handled);
    handled.clear();
    return places;
  }

  /** One that notes when a segment of a rebuild looks into it, which is when it is handled. */
  private final class Watched extends GenericTrackedEventMessage<DomainEvent> {

    private static final long serialVersionUID = 1L;

    private final long place;

    Watched(long place, EventMessage<DomainEvent> event) {
      super(new GlobalSequenceTrackingToken(place), event);
      this.place = place;
    }

    @Override
    public DomainEvent getPayload() {
      if (Thread.currentThread().getName().startsWith(SEGMENT)) {
        handled.add(place);
      }
      return super.getPayload();
    }
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Reader(token == null ? 0 : (int) token.position().orElse(-1) + 1);
  }

  private final class Reader implements BlockingStream<TrackedEventMessage<?>> {

    private int next;

    Reader(int next) {
      this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return next < events.size() ? Optional.of(events.get(next)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return next < events.size();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return events.get(next++);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      callbacks.add(callback);
      callback.run();
      return true;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
