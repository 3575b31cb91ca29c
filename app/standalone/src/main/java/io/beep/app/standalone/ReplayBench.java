package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.beep.app.embedded.DirectoryLock;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
  private static final long POLL_MILLIS = 100;

  private ReplayBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EVENTS;
    Path home = Path.of(System.getProperty("beep.home", "app/standalone/target/beep"));
    Path data = Files.createTempDirectory("beep-replay-");
    try {
      Logging.into(data);
      StandaloneSettings settings =
          StandaloneSettings.of(
              List.of("--data", data.toString(), "--limits", "off"), Map.of(), home);
      try (DirectoryLock lock = DirectoryLock.take(data);
          ConfigurableApplicationContext core = RunningBeep.startCore(settings)) {
        measure(core, events, System.out);
      }
    } finally {
      delete(data);
    }
    // Axon leaves its threads waiting.
    System.exit(0);
  }

  private static void measure(ConfigurableApplicationContext core, int events, PrintStream out)
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
    for (String projection : rebuilds.projections()) {
      for (int segments : SEGMENTS) {
        measure(rebuilds, projection, segments, events, out);
      }
    }
  }

  private static void measure(
      Rebuilds rebuilds, String projection, int segments, int events, PrintStream out)
      throws InterruptedException {
    long began = System.nanoTime();
    rebuilds.rebuild(
        projection,
        segments,
        step -> {
          if (step instanceof RebuildStep.Swapped swapped) {
            double seconds = secondsSince(began);
            out.printf(
                Locale.ROOT,
                "%-10s %8d %8.1f %,12.0f %10d%n",
                projection,
                segments,
                seconds,
                events / seconds,
                swapped.heldMillis());
          }
        });
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
