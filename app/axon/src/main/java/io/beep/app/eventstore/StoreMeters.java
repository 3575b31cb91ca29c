package io.beep.app.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the event store tells of itself. */
final class StoreMeters {

  /** How an append ended. */
  enum Outcome {
    /** Durable. */
    WRITTEN,
    /** Another was first, at its place in the aggregate or with its key. */
    OVERTAKEN,
    /** The store cannot be reached, or too much waits for it. */
    UNAVAILABLE
  }

  private final Timer written;
  private final Timer overtaken;
  private final Timer unavailable;
  private final Timer commit;
  private final DistributionSummary commitSize;
  private final Counter reconnects;

  StoreMeters(MeterRegistry registry) {
    written = append(registry, Outcome.WRITTEN);
    overtaken = append(registry, Outcome.OVERTAKEN);
    unavailable = append(registry, Outcome.UNAVAILABLE);
    commit =
        Timer.builder("beep.event.commit.duration")
            .description("One transaction of the writer, which appends of many commands share")
            .register(registry);
    commitSize =
        DistributionSummary.builder("beep.event.commit.size")
            .baseUnit("events")
            .description("Events of one transaction")
            .register(registry);
    reconnects =
        Counter.builder("beep.event.writer.connections")
            .description("Connections that the writer of events has opened")
            .register(registry);
  }

  private static Timer append(MeterRegistry registry, Outcome outcome) {
    return Timer.builder("beep.event.append.duration")
        .description("From a command's append until it is durable, or refused")
        .tag("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
        .register(registry);
  }

  /** Gauges that look at the store when they are asked. */
  static void watch(TailingEventStore store, MeterRegistry registry) {
    Gauge.builder("beep.event.position", store, TailingEventStore::head)
        .description("Place of the newest event in the stream, -1 for none")
        .register(registry);
    Gauge.builder("beep.event.appends.waiting", store, TailingEventStore::waitingAppends)
        .description("Appends that wait for the writer")
        .register(registry);
    FunctionCounter.builder("beep.events.appended", store, TailingEventStore::eventsWritten)
        .description("Events that were made durable")
        .register(registry);
  }

  /**
   * @param began {@link System#nanoTime()} then
   */
  void appended(long began, Outcome outcome) {
    Timer timer =
        switch (outcome) {
          case WRITTEN -> written;
          case OVERTAKEN -> overtaken;
          case UNAVAILABLE -> unavailable;
        };
    timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  /**
   * @param began {@link System#nanoTime()} then
   */
  void committed(long began, long events) {
    commit.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    commitSize.record(events);
  }

  void connected() {
    reconnects.increment();
  }
}
