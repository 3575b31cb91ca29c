package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./beep bench --scenario replay}: stores a past of 200 000 events in a directory of its
 * own, builds every projection anew from it with one, two and four segments, and tells how many
 * events that were in a second. Nothing else runs meanwhile; reading, deserialising, writing,
 * statistics and the swap are all within the time.
 */
public final class ReplayBench {

  private static final int EVENTS = 200_000;
  private static final List<Integer> SEGMENTS = List.of(1, 2, 4);
  private static final int MARKED_SEGMENTS = 4;
  private static final String SEARCH = "search";
  private static final int SEARCH_MARK = 5_000;
  private static final int TABLES_MARK = 30_000;
  private static final long POLL_MILLIS = 100;

  private ReplayBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EVENTS;
    BenchCore.run("replay", core -> measure(core, events, System.out));
  }

  private static boolean measure(ConfigurableApplicationContext core, int events, PrintStream out)
      throws InterruptedException {
    TailingEventStore store = core.getBean(TailingEventStore.class);
    long began = System.nanoTime();
    new MadeUpPast(store).tell(events);
    out.printf(Locale.ROOT, "%,d events stored in %.1f s%n", events, secondsSince(began));
    ProcessorLags lags = core.getBean(ProcessorLags.class);
    while (lags.read().stream().mapToLong(ProcessorLag::events).sum() > 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    out.printf(Locale.ROOT, "followed by all projections after %.1f s%n%n", secondsSince(began));
    out.printf(
        "%-10s %8s %8s %12s %10s%n", "projection", "segments", "seconds", "events/s", "held, ms");
    Rebuilds rebuilds = core.getBean(Rebuilds.class);
    boolean reached = true;
    for (String projection : rebuilds.projections()) {
      for (int segments : SEGMENTS) {
        reached &= measure(rebuilds, projection, segments, events, out);
      }
    }
    return reached;
  }

  private static boolean measure(
      Rebuilds rebuilds, String projection, int segments, int events, PrintStream out)
      throws InterruptedException {
    AtomicBoolean reached = new AtomicBoolean();
    long began = System.nanoTime();
    rebuilds.rebuild(
        projection,
        segments,
        step -> {
          if (step instanceof RebuildStep.Swapped swapped) {
            double seconds = secondsSince(began);
            double rate = events / seconds;
            reached.set(rate >= markOf(projection));
            out.printf(
                Locale.ROOT,
                "%-10s %8d %8.1f %,12.0f %10d%s%n",
                projection,
                segments,
                seconds,
                rate,
                swapped.heldMillis(),
                segments == MARKED_SEGMENTS ? verdict(projection, reached.get()) : "");
          }
        });
    return reached.get() || segments != MARKED_SEGMENTS;
  }

  private static int markOf(String projection) {
    return projection.equals(SEARCH) ? SEARCH_MARK : TABLES_MARK;
  }

  private static String verdict(String projection, boolean reached) {
    return String.format(
        Locale.ROOT, "   mark %,d: %s", markOf(projection), reached ? "reached" : "MISSED");
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
