package io.beep.loadtest;

import java.time.Duration;

/**
 * What a run puts on Beep.
 *
 * @param name for the report
 * @param members who hold a stream of the feed open
 * @param senders who send, each on a connection of its own
 * @param rate messages a second over all senders; 0 is as fast as it goes
 * @param warmup goes before {@code duration} and is not measured
 * @param size characters of a message
 * @param mark what the run is to reach
 */
record Load(
    String name,
    int members,
    int senders,
    double rate,
    Duration warmup,
    Duration duration,
    int size,
    Mark mark) {

  static final int USUAL_SIZE = 100;

  static Load idle(int streams, Duration duration) {
    return new Load("idle", streams, 0, 0, Duration.ZERO, duration, USUAL_SIZE, Mark.NONE);
  }

  boolean isIdle() {
    return senders == 0;
  }

  Load withTimes(Duration newWarmup, Duration newDuration) {
    return new Load(name, members, senders, rate, newWarmup, newDuration, size, mark);
  }
}
