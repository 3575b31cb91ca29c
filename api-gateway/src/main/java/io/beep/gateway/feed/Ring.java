package io.beep.gateway.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The last events, oldest first, bounded in number and in memory. For one thread; only {@link
 * #floor()} may be read by others.
 */
final class Ring {

  private final FeedEvent[] events;
  private final long mostBytes;
  private int first;
  private int size;
  private long bytes;
  private volatile long floor;

  /**
   * @param floor the position after which the ring will hold everything
   */
  Ring(int capacity, long mostBytes, long floor) {
    this.events = new FeedEvent[capacity];
    this.mostBytes = mostBytes;
    this.floor = floor;
  }

  /** The ring holds every event after this position. */
  long floor() {
    return floor;
  }

  void add(FeedEvent event) {
    while (size > 0 && (size == events.length || bytes + event.weight() > mostBytes)) {
      FeedEvent oldest = events[first];
      bytes -= oldest.weight();
      floor = oldest.position();
      first = (first + 1) % events.length;
      size--;
    }
    events[(first + size) % events.length] = event;
    size++;
    bytes += event.weight();
  }

  /** Every event after the position, which must not be below {@link #floor()}. */
  List<FeedEvent> after(long position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).position() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<FeedEvent> found = new ArrayList<>(size - low);
    for (int i = low; i < size; i++) {
      found.add(at(i));
    }
    return found;
  }

  private FeedEvent at(int index) {
    return events[(first + index) % events.length];
  }
}
