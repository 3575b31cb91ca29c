package io.beep.gateway.feed;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outboxes that have something to send, and their event loops, which send it: one task per
 * loop, however many streams it has. Belongs to the thread of the hub.
 */
final class Drains {

  private static final Logger LOG = LoggerFactory.getLogger(Drains.class);

  private final Map<EventExecutor, List<Outbox>> marked = new HashMap<>();
  private CountDownLatch draining = new CountDownLatch(0);

  void mark(Outbox outbox) {
    if (outbox.mark()) {
      marked.computeIfAbsent(outbox.loop(), _ -> new ArrayList<>()).add(outbox);
    }
  }

  /**
   * Waits until the tasks of the time before are done: they never wait for a client, so this is no
   * more than going at the pace of our own threads. Without it a burst of events would fill the
   * outbox of every client, however fast it reads.
   */
  void flush() {
    awaitLast();
    List<Map.Entry<EventExecutor, List<Outbox>>> due =
        marked.entrySet().stream().filter(loop -> !loop.getValue().isEmpty()).toList();
    CountDownLatch latch = new CountDownLatch(due.size());
    draining = latch;
    for (Map.Entry<EventExecutor, List<Outbox>> loop : due) {
      List<Outbox> batch = List.copyOf(loop.getValue());
      batch.forEach(Outbox::unmark);
      loop.getValue().clear();
      try {
        loop.getKey().execute(() -> drain(batch, latch));
      } catch (RejectedExecutionException shuttingDown) {
        LOG.debug("an event loop has ended", shuttingDown);
        latch.countDown();
      }
    }
  }

  private static void drain(List<Outbox> batch, CountDownLatch latch) {
    try {
      batch.forEach(Outbox::drain);
    } finally {
      latch.countDown();
    }
  }

  private void awaitLast() {
    try {
      if (!draining.await(FeedNumbers.DRAIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the event loops are behind the feed by {}", FeedNumbers.DRAIN_LIMIT);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
