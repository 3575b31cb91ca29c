package io.beep.gateway.shared.bus;

import io.beep.gateway.shared.limit.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;

/** How many calls of one kind a node has under way at once. */
final class CallBound {

  private final Semaphore free;
  private final Counter refused;

  CallBound(Limits limit, MeterRegistry meters) {
    free = new Semaphore(limit.size());
    String kind = limit.bucket().replace("-in-flight", "");
    Gauge.builder("beep.calls.in.flight", free, left -> limit.size() - left.availablePermits())
        .description("Calls behind which a client waits")
        .tag("kind", kind)
        .register(meters);
    refused =
        Counter.builder("beep.calls.refused")
            .description("Calls that were refused at once because too many were under way")
            .tag("kind", kind)
            .register(meters);
  }

  /** Whether there was room; then {@link #leave()} must follow. */
  boolean enter() {
    if (free.tryAcquire()) {
      return true;
    }
    refused.increment();
    return false;
  }

  void leave() {
    free.release();
  }
}
