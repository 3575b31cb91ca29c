package io.beep.loadtest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured.
 *
 * @param messagesPerSecond acknowledged within the measured time
 * @param deliveriesPerSecond that reached a stream within the measured time
 * @param acknowledged times from due to the answer, in milliseconds
 * @param delivered times from due to each stream, in milliseconds
 * @param missing acknowledged messages that a stream never brought, over all streams
 * @param errors counts by kind
 * @param residentMegabytes of Beep while the streams were open; null when not asked for
 */
record Report(
    String name,
    int members,
    int senders,
    double rate,
    double seconds,
    long sent,
    double messagesPerSecond,
    double deliveriesPerSecond,
    Latencies.Summary acknowledged,
    Latencies.Summary delivered,
    long missing,
    long doubled,
    long outOfOrder,
    Map<String, Long> errors,
    @Nullable Long residentMegabytes,
    String mark,
    boolean markReached) {

  /** The same, with the mark reached. */
  Report reached() {
    return new Report(
        name,
        members,
        senders,
        rate,
        seconds,
        sent,
        messagesPerSecond,
        deliveriesPerSecond,
        acknowledged,
        delivered,
        missing,
        doubled,
        outOfOrder,
        errors,
        residentMegabytes,
        mark,
        true);
  }

  /** Whether every stream brought every acknowledged message once, in order. */
  boolean isRight() {
    return missing == 0 && doubled == 0 && outOfOrder == 0;
  }
}
