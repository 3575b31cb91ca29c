package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepCommand.Outcome;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Jwt;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./beep token}, for programs of whoever runs Beep. */
@OnOwnBeep
class OperatorTokenTest {

  private final Beep beep;
  private final Path data;
  private final Person ada;

  OperatorTokenTest(BeepProcess process) {
    this.beep = process.beep();
    this.data = process.data();
    this.ada = beep.newcomer();
  }

  @Nested
  class WhenItIsForAUser {

    @Test
    void shouldPrintATokenAndNothingElse() {
      Outcome outcome = token(ada.username());

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    }

    @Test
    void shouldOpenTheApiForTwelveHours() {
      String token = token(ada.username()).out().strip();

      Person program = ada.with(beep, token);
      assertThat(program.get("/api/me").json().path("id").asString("")).isEqualTo(ada.id());
      Instant end = Instant.ofEpochSecond(Jwt.claims(token).path("exp").asLong());
      assertThat(Duration.between(Instant.now(), end))
          .isBetween(Duration.ofHours(11), Duration.ofHours(12));
      Person.Said said = program.say(program.foundPrivate("Programs").text(), "from a program");
      assertThat(said.position()).isPositive();
    }
  }

  @Nested
  class WhenItCannotBe {

    @Test
    void shouldSayThatThereIsNoSuchUser() {
      assertRefused(token("nobody-of-that-name"));
    }

    @Test
    void shouldSayThatNoBeepRunsThere(@TempDir Path empty) {
      assertRefused(BeepCommand.run("token", ada.username(), "--data", empty.toString()));
    }

    @Test
    void shouldSayThatNoBeepRunsThereWhereOneWasKilled(@TempDir Path left) throws Exception {
      Files.writeString(left.resolve("control"), BeepProcess.freePort() + " secret");

      Outcome outcome = BeepCommand.run("token", ada.username(), "--data", left.toString());

      assertRefused(outcome);
      assertThat(outcome.err()).contains("No Beep runs on " + left);
    }

    @Test
    void shouldSayHowToAsk() {
      Outcome outcome = BeepCommand.run("token", "--data", data.toString());

      assertRefused(outcome);
      assertThat(outcome.err()).contains("token USERNAME");
    }

    private static void assertRefused(Outcome outcome) {
      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("beep: ").doesNotContain("Exception", "\tat ");
    }
  }

  private Outcome token(String username) {
    return BeepCommand.run("token", username, "--data", data.toString());
  }
}
