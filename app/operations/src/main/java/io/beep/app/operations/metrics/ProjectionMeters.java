package io.beep.app.operations.metrics;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** How far each projection is behind. */
public final class ProjectionMeters {

  /** Long against one scrape, short against the time between two. */
  private static final Duration FRESH = Duration.ofMillis(500);

  private ProjectionMeters() {}

  public static void bind(ProcessorLags lags, MeterRegistry registry) {
    Sampled<List<ProcessorLag>> sampled = new Sampled<>(lags::read, FRESH);
    for (ProcessorLag lag : lags.read()) {
      bind(sampled, lag.processor(), registry);
    }
  }

  private static void bind(
      Sampled<List<ProcessorLag>> lags, String processor, MeterRegistry registry) {
    Gauge.builder(
            "beep.projection.lag.events", lags, value(processor, lag -> (double) lag.events()))
        .description("Events that the projection has not handled yet")
        .tag("processor", processor)
        .strongReference(true)
        .register(registry);
    TimeGauge.builder(
            "beep.projection.lag",
            lags,
            TimeUnit.MILLISECONDS,
            value(processor, lag -> (double) lag.age().toMillis()))
        .description("Age of the oldest event that the projection has not handled yet")
        .tag("processor", processor)
        .strongReference(true)
        .register(registry);
    Gauge.builder(
            "beep.projection.running", lags, value(processor, lag -> lag.running() ? 1.0 : 0.0))
        .description("1 while the projection goes on, 0 while it failed or has not started")
        .tag("processor", processor)
        .strongReference(true)
        .register(registry);
  }

  private static ToDoubleFunction<Sampled<List<ProcessorLag>>> value(
      String processor, ToDoubleFunction<ProcessorLag> value) {
    return lags ->
        lags.get().stream()
            .filter(lag -> lag.processor().equals(processor))
            .mapToDouble(value)
            .findFirst()
            .orElse(Double.NaN);
  }
}
