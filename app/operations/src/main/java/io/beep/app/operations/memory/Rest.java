package io.beep.app.operations.memory;

import java.time.Duration;

/** When a heap is at rest, and worth shrinking. */
final class Rest {

  /** What heartbeats and looking after itself take, with thousands of streams open. */
  private static final long IDLE_BYTES_PER_SECOND = 4L << 20;

  /** Looks in a row. */
  private static final int LONG_ENOUGH = 2;

  /** Less is not worth stopping everything for. */
  private static final long WORTH_IT = 64L << 20;

  private long allocatedBefore;
  private long smallest;
  private int quiet;

  /**
   * @param allocated bytes since the JVM began
   * @param committed bytes that the heap takes now
   * @param since the look before
   */
  boolean isTimeToCollect(long allocated, long committed, Duration since) {
    long allowed = Math.max(1, IDLE_BYTES_PER_SECOND * since.toMillis() / 1000);
    quiet = allocated - allocatedBefore <= allowed ? quiet + 1 : 0;
    allocatedBefore = allocated;
    return quiet >= LONG_ENOUGH && committed - smallest >= WORTH_IT;
  }

  /** A heap that would not become smaller is left alone until it has grown. */
  void collected(long committed) {
    smallest = committed;
  }
}
