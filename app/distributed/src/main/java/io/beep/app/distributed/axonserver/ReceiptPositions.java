package io.beep.app.distributed.axonserver;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where the last event of a command stands whose receipt was found by its key. The stream of
 * a receipt does not tell its place among all events; when it passed by here lately it is known,
 * else it is looked for around the time of the receipt, a limited number of events.
 */
final class ReceiptPositions {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptPositions.class);

  /** More than the clocks of two nodes may differ. */
  private static final Duration EARLIER = Duration.ofSeconds(2);

  private static final int MOST_EVENTS = 20_000;
  private static final long WAIT_MILLIS = 500;

  private final ReceiptingEventStore store;

  ReceiptPositions(ReceiptingEventStore store) {
    this.store = store;
  }

  /**
   * The place of the last event; when it cannot be found, the end of the stream, which is later.
   */
  long lastOf(Receipts.Found found) {
    OptionalLong known = store.follower().receiptPosition(found.eventIdentifier());
    long first = known.isPresent() ? known.getAsLong() : search(found);
    return first < 0 ? store.follower().ask() : first + found.receipt().events();
  }

  private long search(Receipts.Found found) {
    TrackingToken before = store.createTokenAt(found.at().minus(EARLIER));
    Instant end = found.at().plus(EARLIER);
    try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(before)) {
      for (int seen = 0; seen < MOST_EVENTS; seen++) {
        if (!stream.hasNextAvailable((int) WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
          return -1;
        }
        TrackedEventMessage<?> event = stream.nextAvailable();
        if (event.getIdentifier().equals(found.eventIdentifier())) {
          return StreamFollower.positionOf(event);
        }
        if (event.getTimestamp().isAfter(end)) {
          return -1;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the place of a receipt could not be looked for", e);
    }
    return -1;
  }
}
