package io.beep.gateway.shared.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what is not available, each code once a second at most: a node that is overwhelmed must
 * not spend what it has left on writing that down. Each refusal is counted besides.
 */
final class UnavailableLog {

  private static final Logger LOG = LoggerFactory.getLogger(UnavailableLog.class);

  private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

  private static final class Told {
    private final AtomicLong at;
    private final AtomicLong passedOver = new AtomicLong();

    Told(long at) {
      this.at = new AtomicLong(at);
    }
  }

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  UnavailableLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether this one was told. */
  boolean refused(String code, String requestId, Throwable failure) {
    long now = nanos.getAsLong();
    Told last = told.computeIfAbsent(code, _ -> new Told(now - BETWEEN));
    long at = last.at.get();
    if (now - at < BETWEEN || !last.at.compareAndSet(at, now)) {
      last.passedOver.incrementAndGet();
      return false;
    }
    LOG.atWarn()
        .addKeyValue("requestId", requestId)
        .addKeyValue("code", code)
        .addKeyValue("alike", last.passedOver.getAndSet(0))
        .log("not available: {}", failure.toString());
    return true;
  }
}
