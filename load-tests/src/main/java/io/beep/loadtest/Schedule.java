package io.beep.loadtest;

/**
 * When each message is due. Messages are numbered from 0 over all senders; sender {@code s} of
 * {@code S} sends the numbers {@code s, s + S, s + 2S …}, so that their sum is an even flow.
 */
sealed interface Schedule {

  /**
   * When a message is due, in nanoseconds after the start.
   *
   * @param freeAt when its sender became free to send it
   */
  long dueNanos(long number, long freeAt);

  /**
   * @param perSecond messages a second over all senders; 0 is as fast as it goes
   */
  static Schedule of(double perSecond) {
    return perSecond == 0 ? new AsFastAsItGoes() : new Steady(perSecond);
  }

  /**
   * A fixed rate that does not wait for answers: a message whose sender is still busy stays due
   * when it was, and its wait counts.
   */
  record Steady(double perSecond) implements Schedule {

    private static final double NANOS_PER_SECOND = 1e9;

    public Steady {
      if (!(perSecond > 0)) {
        throw new IllegalArgumentException("a rate is more than 0: " + perSecond);
      }
    }

    @Override
    public long dueNanos(long number, long freeAt) {
      return Math.round(number * (NANOS_PER_SECOND / perSecond));
    }
  }

  /** Each sender sends when its last message was answered. */
  record AsFastAsItGoes() implements Schedule {

    @Override
    public long dueNanos(long number, long freeAt) {
      return freeAt;
    }
  }
}
