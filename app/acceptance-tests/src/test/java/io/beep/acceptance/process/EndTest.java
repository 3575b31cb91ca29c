package io.beep.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(3)
@OnOwnBeep
class EndTest {

  private final OwnBeep own;

  EndTest(OwnBeep own) {
    this.own = own;
  }

  @Nested
  class WhenItIsAskedToEnd {

    @Test
    void shouldLeaveNoProcessBehind() {
      BeepProcess process = own.process(Limits.ON);
      assertEndsWithItsFamily(process, "TERM");
    }

    @Test
    void shouldLeaveNoProcessBehindOnControlC() {
      BeepProcess process = own.process(Limits.ON);
      assumeThat(process.heeds(BeepProcess.INTERRUPT))
          .as("started by a shell that lets its background jobs ignore it")
          .isTrue();

      assertEndsWithItsFamily(process, "INT");
    }

    private static void assertEndsWithItsFamily(BeepProcess process, String signal) {
      List<ProcessHandle> family = process.family();
      assertThat(family).as("Beep, its PostgreSQL and its search").hasSizeGreaterThan(2);

      int exitCode = process.end(signal);

      assertThat(exitCode).isIn(0, 128 + 15, 128 + 2);
      assertThat(family).noneMatch(ProcessHandle::isAlive);
      assertThat(process.printed()).doesNotContain("Exception", "ERROR");
    }
  }
}
