package io.beep.app.axon;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what a node handles, by kind of message and by outcome: {@code done}, {@code
 * refused} (an answer to the one who asked), {@code unavailable} or {@code failed} (somebody must
 * look into it).
 */
final class HandlingMeters {

  private record Key(String message, String outcome) {}

  private final MeterRegistry registry;
  private final String what;
  private final String description;
  private final AtomicInteger inFlight = new AtomicInteger();

  /** A registry finds its timers by their tags anew each time, which costs more than the timing. */
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  /**
   * @param what {@code command} or {@code query}; it is a part of the names and of the tags
   */
  HandlingMeters(MeterRegistry registry, String what, String plural, String description) {
    this.registry = registry;
    this.what = what;
    this.description = description;
    Gauge.builder("beep." + plural + ".in.flight", inFlight, AtomicInteger::get)
        .description("Being handled by this node")
        .register(registry);
  }

  /** How many are being handled, this one included. */
  int begin() {
    return inFlight.incrementAndGet();
  }

  /**
   * @param message the full name of its class
   * @param began {@link System#nanoTime()} then
   * @param failure null when it was done
   */
  void end(String message, long began, @Nullable Throwable failure) {
    inFlight.decrementAndGet();
    timers
        .computeIfAbsent(new Key(message, Refusals.outcome(failure)), this::timer)
        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("beep." + what + ".duration")
        .description(description)
        .tag(what, key.message().substring(key.message().lastIndexOf('.') + 1))
        .tag("outcome", key.outcome())
        .register(registry);
  }
}
