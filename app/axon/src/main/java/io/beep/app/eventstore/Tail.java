package io.beep.app.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, in memory. One thread, the writer, adds; any number read without a lock.
 *
 * <p>An event stands in the slot that its position gives. A reader takes what is in the slot and
 * looks whether it is the event that it wants: when it is an older or a newer one, the reader has
 * to ask the database.
 */
final class Tail {

  /**
   * About 30 MB of chat messages; at 10 000 events a second a reader may fall 1.6 s behind without
   * a query.
   */
  static final int CAPACITY = 1 << 14;

  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots =
      new AtomicReferenceArray<>(CAPACITY);
  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private volatile long head;

  /**
   * @param head the position of the newest event in the store, -1 when there is none
   */
  Tail(long head) {
    this.head = head;
  }

  long head() {
    return head;
  }

  /** The event at this position, or null when it is no longer (or not yet) here. */
  @Nullable TrackedEventMessage<?> get(long position) {
    TrackedEventMessage<?> event = slots.get(slot(position));
    return event != null && positionOf(event) == position ? event : null;
  }

  /** Adds what was committed, in order, and tells everyone who waits. */
  void append(List<? extends TrackedEventMessage<?>> events) {
    for (TrackedEventMessage<?> event : events) {
      slots.set(slot(positionOf(event)), event);
    }
    head = positionOf(events.getLast());
    lock.lock();
    try {
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.error("a follower of the event stream failed to be told of new events", e);
      }
    }
  }

  /**
   * Waits until there is something after {@code position}, at most the given time; tells whether
   * there is.
   */
  boolean awaitAfter(long position, long timeout, TimeUnit unit) throws InterruptedException {
    if (head > position) {
      return true;
    }
    long nanos = unit.toNanos(timeout);
    lock.lock();
    try {
      while (head <= position && nanos > 0) {
        nanos = grown.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
    return head > position;
  }

  /** Has the listener told after every commit, on the writer's thread: it must only hand on. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void ignore(Runnable listener) {
    listeners.remove(listener);
  }

  static long positionOf(TrackedEventMessage<?> event) {
    return switch (event.trackingToken()) {
      case GlobalSequenceTrackingToken token -> token.getGlobalIndex();
      case null -> throw new IllegalArgumentException("an event without a position");
      default -> throw new IllegalArgumentException("not a position: " + event.trackingToken());
    };
  }

  private static int slot(long position) {
    return (int) (position & (CAPACITY - 1));
  }
}
