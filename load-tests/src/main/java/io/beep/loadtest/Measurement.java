package io.beep.loadtest;

import java.util.concurrent.atomic.LongAdder;

/** What senders and streams measure together. Safe for threads. */
final class Measurement {

  private static final long NOT_STARTED = Long.MIN_VALUE;

  final Latencies acknowledged = new Latencies();
  final Latencies delivered = new Latencies();
  final ErrorCounts errors;

  private final long fromNanos;
  private final long untilNanos;
  private final LongAdder messages = new LongAdder();
  private final LongAdder deliveries = new LongAdder();
  private volatile long origin = NOT_STARTED;

  /**
   * @param load of which only what comes after the warm-up is measured
   */
  Measurement(Load load, ErrorCounts errors) {
    this.errors = errors;
    fromNanos = load.warmup().toNanos();
    untilNanos = fromNanos + load.duration().toNanos();
  }

  void start() {
    origin = System.nanoTime();
  }

  /** Nanoseconds since the start. */
  long now() {
    return System.nanoTime() - origin;
  }

  /** When the last message is due, at most. */
  long untilNanos() {
    return untilNanos;
  }

  void onAcknowledged(long dueNanos) {
    long now = now();
    if (isMeasured(now)) {
      messages.increment();
    }
    if (isMeasured(dueNanos)) {
      acknowledged.record(now - dueNanos);
    }
  }

  void onDelivered(long dueNanos) {
    long now = now();
    if (isMeasured(now)) {
      deliveries.increment();
    }
    if (isMeasured(dueNanos)) {
      delivered.record(now - dueNanos);
    }
  }

  /** A message that was due and could not even be sent waited at least until now. */
  void onNeverSent(long dueNanos) {
    errors.add("send.never-sent");
    if (isMeasured(dueNanos)) {
      acknowledged.record(now() - dueNanos);
    }
  }

  double seconds() {
    return (untilNanos - fromNanos) / 1e9;
  }

  double messagesPerSecond() {
    return messages.sum() / seconds();
  }

  double deliveriesPerSecond() {
    return deliveries.sum() / seconds();
  }

  private boolean isMeasured(long nanos) {
    return nanos >= fromNanos && nanos < untilNanos;
  }
}
