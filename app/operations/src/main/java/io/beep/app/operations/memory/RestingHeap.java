package io.beep.app.operations.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the heap that a busy hour took back to the system when Beep has little to do. The parallel
 * collector is the fastest on few cores and keeps what it once took, unless a collection that was
 * asked for may resize the heap ({@code -XX:+UseAdaptiveSizePolicyWithSystemGC}). Such a collection
 * stops Beep for some tenths of a second, so that it is made once for each rest, and only when
 * there is something to give back.
 */
public final class RestingHeap implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RestingHeap.class);

  private static final Duration EVERY = Duration.ofSeconds(10);

  /** Percent of a generation that may be free after a collection; as it is while Beep is busy. */
  private static final String BUSY = "100";

  private static final String RESTING = "15";
  private static final String FREE_RATIO = "MaxHeapFreeRatio";

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Rest rest = new Rest();
  private final HotSpotDiagnosticMXBean options;

  private RestingHeap(HotSpotDiagnosticMXBean options) {
    this.options = options;
  }

  /** Begins to watch, on a thread of its own, if this JVM's heap can be shrunk at all. */
  public static RestingHeap start() {
    return start(EVERY);
  }

  static RestingHeap start(Duration every) {
    RestingHeap heap =
        new RestingHeap(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
    if (heap.canShrink()) {
      Thread.ofPlatform().daemon().name("resting-heap").start(() -> heap.watch(every));
    }
    return heap;
  }

  private boolean canShrink() {
    return isOn("UseParallelGC") && isOn("UseAdaptiveSizePolicyWithSystemGC");
  }

  private boolean isOn(String option) {
    return Boolean.parseBoolean(options.getVMOption(option).getValue());
  }

  private void watch(Duration every) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try {
      while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        long committed = Runtime.getRuntime().totalMemory();
        if (rest.isTimeToCollect(threads.getTotalThreadAllocatedBytes(), committed, every)) {
          collect(committed);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void collect(long before) {
    options.setVMOption(FREE_RATIO, RESTING);
    try {
      System.gc();
    } finally {
      options.setVMOption(FREE_RATIO, BUSY);
    }
    long after = Runtime.getRuntime().totalMemory();
    rest.collected(after);
    LOG.debug("little to do: the heap went from {} to {} bytes", before, after);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
