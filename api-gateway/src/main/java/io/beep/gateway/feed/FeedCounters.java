package io.beep.gateway.feed;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the feed did, for metrics and tests. */
final class FeedCounters {

  private final Map<Ended, LongAdder> ended = new EnumMap<>(Ended.class);
  private final LongAdder deliveries = new LongAdder();

  FeedCounters() {
    for (Ended reason : Ended.values()) {
      ended.put(reason, new LongAdder());
    }
  }

  void ended(Ended reason) {
    LongAdder counter = ended.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  void delivered() {
    deliveries.increment();
  }

  long count(Ended reason) {
    LongAdder counter = ended.get(reason);
    return counter == null ? 0 : counter.sum();
  }

  long deliveries() {
    return deliveries.sum();
  }
}
