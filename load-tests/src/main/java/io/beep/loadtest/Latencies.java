package io.beep.loadtest;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Collects times in nanoseconds, from any thread. */
final class Latencies {

  /** Whatever takes longer counts as this long. */
  private static final long HIGHEST_NANOS = 600_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Recorder recorder = new Recorder(HIGHEST_NANOS, SIGNIFICANT_DIGITS);

  void record(long nanos) {
    recorder.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
  }

  /** What was recorded since the last summary. */
  Summary summary() {
    Histogram histogram = recorder.getIntervalHistogram();
    return new Summary(
        histogram.getTotalCount(),
        millis(histogram, 50),
        millis(histogram, 99),
        millis(histogram, 99.9),
        millis(histogram, 100));
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getTotalCount() == 0
        ? 0
        : histogram.getValueAtPercentile(percentile) / 1_000_000.0;
  }

  /** In milliseconds; all 0 when nothing was recorded. */
  record Summary(long count, double p50, double p99, double p999, double max) {}
}
