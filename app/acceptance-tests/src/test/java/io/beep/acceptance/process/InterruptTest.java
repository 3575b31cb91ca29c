package io.beep.acceptance.process;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** On the Beep that {@code LimitsTest} leaves behind. */
@Order(3)
@OnOwnBeep
class InterruptTest {

  private final OwnBeep own;

  InterruptTest(OwnBeep own) {
    this.own = own;
  }

  @Nested
  class WhenSomeonePressesControlC {

    @Test
    void shouldLeaveNoProcessBehind() {
      BeepProcess process = own.process(Limits.ON);
      assumeThat(process.heeds(BeepProcess.INTERRUPT))
          .as("started by a shell that lets its background jobs ignore it")
          .isTrue();

      process.requireEndWithAllThatItStarted("INT");
    }
  }
}
