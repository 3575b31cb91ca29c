package io.beep.app.embedded;

import java.time.Duration;

/**
 * Told when a child process ends unasked; called on the child's own supervising thread, so it must
 * return at once.
 */
public interface ChildListener {

  /** The child ended although nobody had asked it to. A restart follows. */
  void died(String child, int exitCode);

  /**
   * A restart came to nothing. Another one follows after a pause that doubles up to ten seconds.
   */
  void restartFailed(String child, Exception reason);

  /** The child answers again, {@code downtime} after it was seen to be dead. */
  void restarted(String child, Duration downtime);

  /** Hears nothing; what happens is logged all the same. */
  static ChildListener none() {
    return new ChildListener() {
      @Override
      public void died(String child, int exitCode) {}

      @Override
      public void restartFailed(String child, Exception reason) {}

      @Override
      public void restarted(String child, Duration downtime) {}
    };
  }
}
