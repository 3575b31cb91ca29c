package io.beep.app.operations.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Gives every duration and every size of ours a histogram of the same few buckets. */
final class Buckets implements MeterFilter {

  /** Around what is promised: a message in 30 ms, no answer after 500 ms. */
  private static final double[] DURATIONS =
      LongStream.of(1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1_000, 2_000, 5_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  /** Up to the largest batch of anything. */
  private static final double[] SIZES =
      DoubleStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500).toArray();

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    if (!id.getName().startsWith("beep.")) {
      return config;
    }
    return switch (id.getType()) {
      case TIMER -> with(DURATIONS, config);
      case DISTRIBUTION_SUMMARY -> with(SIZES, config);
      default -> config;
    };
  }

  private static DistributionStatisticConfig with(
      double[] bounds, DistributionStatisticConfig config) {
    return DistributionStatisticConfig.builder()
        .serviceLevelObjectives(bounds)
        .build()
        .merge(config);
  }
}
