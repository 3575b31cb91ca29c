package io.beep.app.operations.metrics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again at what takes a question to know, so that a scrape never waits: least of
 * all while the part that would be asked is down.
 *
 * @param <T> what is seen
 */
final class Sampler<T> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

  private final String name;
  private final Supplier<T> look;
  private final Duration every;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable T seen;
  private boolean failing;

  private Sampler(String name, Supplier<T> look, Duration every) {
    this.name = name;
    this.look = look;
    this.every = every;
  }

  /**
   * Begins to look, on a thread of its own.
   *
   * @param name for the log
   */
  static <T> Sampler<T> start(String name, Supplier<T> look, Duration every) {
    Sampler<T> sampler = new Sampler<>(name, look, every);
    Thread.ofVirtual().name("sampler-" + name).start(sampler::run);
    return sampler;
  }

  /** What was seen last; null before the first time, and while it cannot be seen. */
  @Nullable T seen() {
    return seen;
  }

  private void run() {
    try {
      do {
        lookOnce();
      } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    try {
      seen = look.get();
      failing = false;
    } catch (RuntimeException e) {
      seen = null;
      if (!failing) {
        LOG.warn("{} cannot be measured: {}", name, e.toString());
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
