package io.beep.acceptance.process;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.OnOwnBeep;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last of all, since it ends the Beep that the others share. */
@Order(Integer.MAX_VALUE)
@OnOwnBeep
class EndTest {

  private final BeepProcess shared;

  EndTest(BeepProcess shared) {
    this.shared = shared;
  }

  @Nested
  class WhenItIsAskedToEnd {

    @Test
    void shouldLeaveNoProcessBehind() {
      shared.requireEndWithAllThatItStarted("TERM");
    }
  }
}
