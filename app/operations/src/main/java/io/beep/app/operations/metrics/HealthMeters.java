package io.beep.app.operations.metrics;

import io.beep.app.operations.health.Health.PartHealth;
import io.beep.app.operations.health.HealthMonitor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How a node is, as numbers that can be drawn. */
public final class HealthMeters {

  private HealthMeters() {}

  public static void bind(HealthMonitor monitor, MeterRegistry registry) {
    Gauge.builder("beep.health.ready", monitor, one -> one.health().isReady() ? 1 : 0)
        .description("1 while requests may be sent to the node")
        .register(registry);
    for (PartHealth part : monitor.health().parts()) {
      Gauge.builder("beep.health.part.up", monitor, one -> isUp(one, part.name()) ? 1 : 0)
          .description("1 while the part works")
          .tag("part", part.name())
          .register(registry);
    }
  }

  private static boolean isUp(HealthMonitor monitor, String part) {
    return monitor.health().parts().stream().anyMatch(one -> one.name().equals(part) && one.up());
  }
}
