package io.beep.app.distributed.axonserver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first question to a server that may still be starting.
 *
 * @param question throws while there is no answer
 * @param patience in all
 * @param pause between two questions
 */
record FirstAnswer(Runnable question, Duration patience, Duration pause) {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);

  /**
   * @throws RuntimeException of the last question, when all were in vain
   */
  void await() {
    long end = System.nanoTime() + patience.toNanos();
    boolean told = false;
    while (true) {
      try {
        question.run();
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (!told) {
          LOG.info("Axon Server does not answer yet; waiting for up to {} s", patience.toSeconds());
          told = true;
        }
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
