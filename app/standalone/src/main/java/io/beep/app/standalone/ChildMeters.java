package io.beep.app.standalone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether the servers that Beep brings along are up, and how often they had to be brought back. */
final class ChildMeters {

  private ChildMeters() {}

  static void bind(Children children, MeterRegistry registry) {
    bind("postgresql", children.postgres()::isUp, children.postgres()::restarts, registry);
    bind("search", children.search()::isUp, children.search()::restarts, registry);
  }

  private static void bind(
      String child, BooleanSupplier up, LongSupplier restarts, MeterRegistry registry) {
    Gauge.builder("beep.child.up", up, isUp -> isUp.getAsBoolean() ? 1 : 0)
        .description("1 while the child process answers")
        .tag("child", child)
        .strongReference(true)
        .register(registry);
    FunctionCounter.builder("beep.child.restarts", restarts, LongSupplier::getAsLong)
        .description("How often the child process died and was brought back")
        .tag("child", child)
        .register(registry);
  }
}
