package io.beep.app.operations.metrics;

import io.beep.app.axon.ProcessorLag;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How far each projection is behind. */
public final class ProjectionMeters implements AutoCloseable {

  /** As exact as anything that is scraped every few seconds can be. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final String PROCESSOR = "processor";

  private final Sampler<List<ProcessorLag>> lags;

  private ProjectionMeters(Sampler<List<ProcessorLag>> lags) {
    this.lags = lags;
  }

  /**
   * @param lags looks how far each is
   * @param processors their names
   */
  public static ProjectionMeters start(
      Supplier<List<ProcessorLag>> lags, Collection<String> processors, MeterRegistry registry) {
    ProjectionMeters meters = new ProjectionMeters(Sampler.start("projection-lag", lags, EVERY));
    processors.forEach(processor -> meters.bind(processor, registry));
    return meters;
  }

  private void bind(String processor, MeterRegistry registry) {
    Gauge.builder("beep.projection.lag.events", this, value(processor, ProcessorLag::events))
        .description("Events that the projection has not handled yet")
        .tag(PROCESSOR, processor)
        .strongReference(true)
        .register(registry);
    TimeGauge.builder(
            "beep.projection.lag",
            this,
            TimeUnit.MILLISECONDS,
            value(processor, lag -> lag.age().toMillis()))
        .description("Age of the oldest event that the projection has not handled yet")
        .tag(PROCESSOR, processor)
        .strongReference(true)
        .register(registry);
    Gauge.builder("beep.projection.running", this, value(processor, lag -> lag.running() ? 1 : 0))
        .description("1 while the projection goes on, 0 while it failed or has not started")
        .tag(PROCESSOR, processor)
        .strongReference(true)
        .register(registry);
  }

  private static ToDoubleFunction<ProjectionMeters> value(
      String processor, ToDoubleFunction<ProcessorLag> value) {
    return meters -> {
      List<ProcessorLag> seen = meters.lags.seen();
      return seen == null
          ? Double.NaN
          : seen.stream()
              .filter(lag -> lag.processor().equals(processor))
              .mapToDouble(value)
              .findFirst()
              .orElse(Double.NaN);
    };
  }

  @Override
  public void close() {
    lags.close();
  }
}
