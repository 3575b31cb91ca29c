package io.beep.app.operations.metrics;

import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.DeadLetterOffice.Count;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many events projections could not handle, and how many wait behind those. */
public final class DeadLetterMeters implements AutoCloseable {

  /** One count for each projection, of tables that are nearly always empty. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Sampler<List<Count>> counts;

  private DeadLetterMeters(Sampler<List<Count>> counts) {
    this.counts = counts;
  }

  public static DeadLetterMeters start(
      DeadLetterOffice office, Collection<String> projections, MeterRegistry registry) {
    DeadLetterMeters meters =
        new DeadLetterMeters(Sampler.start("dead-letters", office::counts, EVERY));
    for (String projection : projections) {
      meters.bind(projection, "refused", Count::refused, registry);
      meters.bind(projection, "waiting", Count::waiting, registry);
    }
    return meters;
  }

  private void bind(
      String projection, String state, ToDoubleFunction<Count> count, MeterRegistry registry) {
    Gauge.builder("beep.projection.dead.letters", this, meters -> meters.value(projection, count))
        .description("Events that could not be handled, and those that wait behind them")
        .tags("processor", projection, "state", state)
        .strongReference(true)
        .register(registry);
  }

  private double value(String projection, ToDoubleFunction<Count> count) {
    List<Count> seen = counts.seen();
    return seen == null
        ? Double.NaN
        : seen.stream()
            .filter(one -> one.projection().equals(projection))
            .mapToDouble(count)
            .findFirst()
            .orElse(Double.NaN);
  }

  @Override
  public void close() {
    counts.close();
  }
}
