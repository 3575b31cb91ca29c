package io.beep.app.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the event stream from a position on: out of memory while it keeps up, out of the database
 * while it does not. For one thread at a time.
 */
final class TailStream implements TrackingEventStream {

  private final Tail tail;
  private final LongFunction<List<? extends TrackedEventMessage<?>>> history;
  private final Deque<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
  private long position;
  private @Nullable TrackedEventMessage<?> peeked;
  private @Nullable Runnable listener;

  /**
   * @param position of the last event that the reader has, -1 for none
   * @param history some events after a position, out of the database, at least one when there is
   *     any
   */
  TailStream(
      Tail tail, long position, LongFunction<List<? extends TrackedEventMessage<?>>> history) {
    this.tail = tail;
    this.position = position;
    this.history = history;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    if (peeked == null) {
      peeked = next();
    }
    return Optional.ofNullable(peeked);
  }

  @Override
  public boolean hasNextAvailable() {
    return peek().isPresent();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return hasNextAvailable() || tail.awaitAfter(position, timeout, unit) && hasNextAvailable();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    TrackedEventMessage<?> event = peek().orElseThrow();
    peeked = null;
    position = Tail.positionOf(event);
    return event;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    close();
    listener = callback;
    tail.listen(callback);
    callback.run();
    return true;
  }

  @Override
  public void close() {
    Runnable present = listener;
    if (present != null) {
      tail.ignore(present);
      listener = null;
    }
  }

  private @Nullable TrackedEventMessage<?> next() {
    if (fetched.isEmpty()) {
      if (tail.head() <= position) {
        return null;
      }
      TrackedEventMessage<?> recent = tail.get(position + 1);
      if (recent != null) {
        return recent;
      }
      fetched.addAll(history.apply(position));
    }
    return fetched.poll();
  }
}
