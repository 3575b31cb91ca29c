package io.beep.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepCommand.Outcome;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.OnOwnBeep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnOwnBeep
class StartTest {

  private final BeepProcess running;

  StartTest(BeepProcess running) {
    this.running = running;
  }

  private static void assertRefused(Outcome outcome, String... words) {
    assertThat(outcome.exitCode()).as(outcome.err()).isNotZero();
    assertThat(outcome.err()).startsWith("beep: ").doesNotContain("Exception", "\tat ");
    assertThat(words).allMatch(outcome.err()::contains, "is said in " + outcome.err());
    assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Nested
  class WhenItHasStarted {

    @Test
    void shouldSayWhereItIsAndWhatItChose() {
      assertThat(running.printed())
          .contains(running.beep().url())
          .contains("PostgreSQL", "OpenSearch", "S3", "mail", "voice")
          .contains(running.data().toString())
          .contains("limits are off");
    }
  }

  @Nested
  class WhenThePortIsTaken {

    @Test
    void shouldSaySoAndEnd(@TempDir Path data) {
      Outcome outcome =
          BeepCommand.run("run", "--port", "" + running.port(), "--data", data.toString());

      assertRefused(outcome, "" + running.port(), "--port");
      assertThat(running.beep().get("/api/openapi.json").status()).isEqualTo(200);
    }
  }

  @Nested
  class WhenTheAddressIsOfAnotherMachine {

    /** Of those that are kept for documentation. */
    @Test
    void shouldNotCallItTaken(@TempDir Path data) {
      Outcome outcome =
          BeepCommand.run(
              "run",
              "--port",
              "" + BeepProcess.freePort(),
              "--metrics",
              "192.0.2.7:9464",
              "--data",
              data.toString());

      assertRefused(outcome, "192.0.2.7", "--metrics");
      assertThat(outcome.err()).doesNotContain("taken");
    }
  }

  @Nested
  class WhenTheDataAreInUse {

    @Test
    void shouldSaySoAndEnd() {
      Outcome outcome =
          BeepCommand.run(
              "run", "--port", "" + BeepProcess.freePort(), "--data", running.data().toString());

      assertRefused(outcome, running.data().toString(), "--data");
      assertThat(running.beep().get("/api/openapi.json").status()).isEqualTo(200);
    }
  }

  @Nested
  class WhenTheDataCannotBeThere {

    @Test
    void shouldSaySoAndEnd(@TempDir Path directory) throws Exception {
      Path file = Files.writeString(directory.resolve("file"), "no directory");

      Outcome outcome =
          BeepCommand.run("run", "--port", "" + BeepProcess.freePort(), "--data", file.toString());

      assertRefused(outcome, file.toString());
    }
  }

  @Nested
  class WhenItIsCalledWrongly {

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void shouldSayWhatIsWrong(String[] arguments) {
      assertRefused(BeepCommand.run(arguments));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> options() {
      return Stream.of(
              "run --port none",
              "run --port 0",
              "run --port 65536",
              "run --port",
              "run --limits perhaps",
              "run --public-url nonsense",
              "run --nonsense")
          .map(line -> org.junit.jupiter.params.provider.Arguments.of((Object) line.split(" ")));
    }
  }
}
