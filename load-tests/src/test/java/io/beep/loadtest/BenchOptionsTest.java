package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

  @Test
  void shouldHaveUsualValues() {
    BenchOptions options = BenchOptions.parse();

    assertThat(options.url()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(options.loads())
        .containsExactly(
            new Load(
                "custom",
                50,
                8,
                20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                100,
                Mark.NONE));
    assertThat(options.accounts()).isEqualTo(50);
  }

  @Test
  void shouldTakeEveryOption() {
    BenchOptions options =
        BenchOptions.parse(
            "--url",
            "https://beep.example:8443",
            "--members",
            "1000",
            "--senders",
            "3",
            "--rate",
            "0",
            "--duration",
            "5",
            "--warmup",
            "0",
            "--size",
            "200",
            "--users",
            "100");

    assertThat(options.accounts()).isEqualTo(100);
    assertThat(options.loads())
        .containsExactly(
            new Load("custom", 1000, 3, 0, Duration.ZERO, Duration.ofSeconds(5), 200, Mark.NONE));
  }

  @Test
  void shouldKnowEveryScenario() {
    assertThat(BenchOptions.parse("--all").loads()).hasSize(Scenario.values().length);
    assertThat(BenchOptions.parse("--scenario", "fan-out").loads().getFirst().mark())
        .isEqualTo(new Mark.DeliveriesPerSecond(60_000));
    assertThat(BenchOptions.parse("--scenario", "live", "--duration", "3").loads().getFirst())
        .extracting(Load::duration)
        .isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void shouldOpenStreamsThatDoNothing() {
    Load load = BenchOptions.parse("--idle", "10000").loads().getFirst();

    assertThat(load.isIdle()).isTrue();
    assertThat(load.members()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--what",
        "--members",
        "--members -1",
        "--members many",
        "--members 1 --members 2",
        "--rate -1",
        "--rate NaN",
        "--url ftp://beep",
        "--url localhost",
        "--scenario nothing",
        "--duration 0",
        "--pid x"
      })
  void shouldRefuseWhatMakesNoSense(String arguments) {
    assertThatThrownBy(() -> BenchOptions.parse(arguments.split(" ")))
        .isInstanceOf(UsageException.class);
  }
}
