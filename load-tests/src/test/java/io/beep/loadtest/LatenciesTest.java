package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void shouldTellPercentilesInMilliseconds() {
    for (int millis = 1; millis <= 1000; millis++) {
      latencies.record(millis * 1_000_000L);
    }

    Latencies.Summary summary = latencies.summary();

    assertThat(summary.count()).isEqualTo(1000);
    assertThat(summary.p50()).isCloseTo(500, withinPercentage(1));
    assertThat(summary.p99()).isCloseTo(990, withinPercentage(1));
    assertThat(summary.p999()).isCloseTo(999, withinPercentage(1));
    assertThat(summary.max()).isCloseTo(1000, withinPercentage(1));
  }

  @Test
  void shouldTellNothingOfNothing() {
    assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(0, 0, 0, 0, 0));
  }
}
