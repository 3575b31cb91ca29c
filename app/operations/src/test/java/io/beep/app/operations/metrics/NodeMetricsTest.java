package io.beep.app.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeMetricsTest {

  private final NodeMetrics metrics = new NodeMetrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  private String scrape() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.scrape(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldWriteDurationsInSecondsWithBuckets() throws IOException {
    Timer.builder("beep.command.duration")
        .tag("command", "SendMessage")
        .register(metrics.registry())
        .record(Duration.ofMillis(7));

    assertThat(scrape())
        .contains("beep_command_duration_seconds_bucket{command=\"SendMessage\",le=\"0.005\"} 0")
        .contains("beep_command_duration_seconds_bucket{command=\"SendMessage\",le=\"0.01\"} 1")
        .contains("beep_command_duration_seconds_count{command=\"SendMessage\"} 1")
        .contains("beep_command_duration_seconds_sum{command=\"SendMessage\"} 0.007");
  }

  @Test
  void shouldKnowTheProcess() throws IOException {
    assertThat(scrape())
        .containsPattern("(?m)^process_resident_memory_bytes [1-9]")
        .containsPattern("(?m)^process_files_open_files [1-9]")
        .containsPattern("(?m)^jvm_memory_used_bytes\\{area=\"heap\"")
        .containsPattern("(?m)^jvm_threads_live_threads [1-9]")
        .containsPattern("(?m)^process_uptime_seconds ");
  }

  @Test
  void shouldCountNothingTwiceInTwoRegistries() throws IOException {
    metrics.registry().counter("beep.probe").increment();
    try (NodeMetrics other = new NodeMetrics()) {
      other.registry().counter("beep.probe").increment();
    }

    assertThat(scrape()).contains("beep_probe_total 1");
  }
}
