package io.beep.acceptance.endurance;

import java.time.Duration;

/** Time that has to pass because a fault or a load lasts, never to wait for something. */
final class Moments {

  private Moments() {}

  static void pass(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
