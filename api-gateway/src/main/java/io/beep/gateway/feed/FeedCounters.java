package io.beep.gateway.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What the feed did, for metrics and tests. */
final class FeedCounters {

  /** From where a stream gets what its client has missed. */
  enum Resumed {
    /** It begins now. */
    NEW,
    /** From memory. */
    RING,
    /** From the event store: it was away for longer than the ring reaches back. */
    STORE,
    /** From nowhere, it has to load a snapshot: it was away for too long. */
    RESET
  }

  private final Map<Ended, LongAdder> ended = new EnumMap<>(Ended.class);
  private final Map<Resumed, LongAdder> resumed = new EnumMap<>(Resumed.class);
  private final LongAdder opened = new LongAdder();
  private final LongAdder deliveries = new LongAdder();

  FeedCounters(MeterRegistry registry) {
    for (Ended reason : Ended.values()) {
      LongAdder counter = new LongAdder();
      ended.put(reason, counter);
      FunctionCounter.builder("beep.feed.streams.ended", counter, LongAdder::sum)
          .description("Streams that ended, and why")
          .tag("reason", tag(reason))
          .register(registry);
    }
    for (Resumed from : Resumed.values()) {
      LongAdder counter = new LongAdder();
      resumed.put(from, counter);
      FunctionCounter.builder("beep.feed.streams.resumed", counter, LongAdder::sum)
          .description("Streams asked for, and from where they get what was missed")
          .tag("from", tag(from))
          .register(registry);
    }
    FunctionCounter.builder("beep.feed.frames.delivered", deliveries, LongAdder::sum)
        .description("Frames put into the outbox of a stream")
        .register(registry);
    Gauge.builder("beep.feed.streams", this, FeedCounters::open)
        .description("Streams that are open")
        .register(registry);
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void opened() {
    opened.increment();
  }

  void resumed(Resumed from) {
    Objects.requireNonNull(resumed.get(from)).increment();
  }

  void ended(Ended reason) {
    Objects.requireNonNull(ended.get(reason)).increment();
  }

  void delivered() {
    deliveries.increment();
  }

  long count(Ended reason) {
    return Objects.requireNonNull(ended.get(reason)).sum();
  }

  long count(Resumed from) {
    return Objects.requireNonNull(resumed.get(from)).sum();
  }

  long deliveries() {
    return deliveries.sum();
  }

  private double open() {
    long over = ended.values().stream().mapToLong(LongAdder::sum).sum();
    return Math.max(0, opened.sum() - over);
  }
}
