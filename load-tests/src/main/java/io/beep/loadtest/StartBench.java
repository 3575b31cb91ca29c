package io.beep.loadtest;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code ./beep bench --scenario start}: how long a start takes on data that a busy minute left,
 * and how much memory Beep and its children hold when nobody does anything.
 */
final class StartBench {

  private static final String[] BUSY = {
    "--members", "10", "--senders", "16", "--rate", "0", "--duration", "20", "--warmup", "1"
  };
  private static final Duration AT_REST = Duration.ofSeconds(45);
  private static final Duration MARK = Duration.ofSeconds(8);
  private static final int MARK_MEGABYTES = 1_200;

  private StartBench() {}

  /**
   * @return whether the marks are reached
   */
  static boolean run(PrintStream out) {
    try (OwnBeep beep = OwnBeep.prepared()) {
      Progress.told("a first start, and a busy time");
      beep.start();
      Bench.measure(
          BenchOptions.parse(with(BUSY, "--url", beep.url().toString())),
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      beep.stop();
      Duration took = beep.start();
      Progress.told("at rest");
      Run.pause(AT_REST);
      long megabytes = beep.residentMegabytes();
      boolean reached = took.compareTo(MARK) < 0 && megabytes < MARK_MEGABYTES;
      out.printf(
          Locale.ROOT,
          "start: ready in %.1f s with data, %,d MB resident at rest, PostgreSQL and search within%n"
              + "  mark           under %d s, under %,d MB: %s%n",
          took.toMillis() / 1_000.0,
          megabytes,
          MARK.toSeconds(),
          MARK_MEGABYTES,
          reached ? "reached" : "MISSED");
      return reached;
    }
  }

  private static String[] with(String[] options, String... more) {
    String[] all = Arrays.copyOf(options, options.length + more.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return all;
  }
}
