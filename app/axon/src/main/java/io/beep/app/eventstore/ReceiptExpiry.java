package io.beep.app.eventstore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes receipts that count no more, once an hour, slice by slice. That one counts no more does
 * not depend on it: it keeps the table small.
 */
final class ReceiptExpiry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptExpiry.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final IntSupplier removal;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("receipt-expiry").daemon().factory());

  /**
   * @param removal removes a slice of them, and gives its size
   */
  ReceiptExpiry(IntSupplier removal) {
    this.removal = removal;
  }

  void start() {
    var _ = clock.scheduleWithFixedDelay(this::run, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  void run() {
    try {
      while (removal.getAsInt() == ReceiptTable.SLICE) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Receipts that expired could not be removed; again in {}", EVERY, e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
