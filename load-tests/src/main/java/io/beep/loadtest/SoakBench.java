package io.beep.loadtest;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code ./beep bench --scenario soak [--minutes N]}: half of what a room can do, for half an hour.
 * What grows with time, and would end a Beep that runs for months, shows itself here: the live
 * heap, open files, how far projections are behind.
 */
final class SoakBench {

  private static final int MINUTES = 30;
  private static final int LONGEST_MINUTES = 24 * 60;
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** Caches fill in the beginning: growth is counted from the end of the first third. */
  private static final double MOST_GROWTH = 1.10;

  private static final long MOST_MORE_MEGABYTES = 8;
  private static final long MOST_MORE_FILES = 32;
  private static final double MOST_LAG_SECONDS = 1;

  /** A stream ends with its token, and goes on with the next one from where it was. */
  private static final Set<String> CUTS = Set.of("feed.cut");

  private SoakBench() {}

  /**
   * @param options what stands behind the name of the scenario
   * @return whether all stayed flat and nothing was lost
   * @throws UsageException when they make no sense
   */
  static boolean run(List<String> options, PrintStream out) {
    Duration lasting = Duration.ofMinutes(minutes(options));
    try (OwnBeep beep = OwnBeep.prepared()) {
      beep.start();
      Progress.told("how much a room can do");
      double capacity =
          measure(beep, "--scenario", "room", "--warmup", "30", "--duration", "20")
              .messagesPerSecond();
      double rate = Math.floor(capacity / 2);
      try (Vitals vitals = Vitals.of(beep, lasting.dividedBy(3), EVERY)) {
        Report report =
            measure(
                beep,
                "--members",
                "50",
                "--senders",
                "32",
                "--rate",
                Double.toString(rate),
                "--duration",
                Long.toString(lasting.toSeconds()));
        out.print(Table.of(report));
        return judged(capacity, lasting, report, vitals.ended(), out);
      }
    }
  }

  private static boolean judged(
      double capacity, Duration lasting, Report report, Vitals.Course course, PrintStream out) {
    boolean heap = course.heapAtEnd() <= course.heapAtThird() * MOST_GROWTH + MOST_MORE_MEGABYTES;
    boolean files = course.filesAtEnd().within(course.filesAtThird(), MOST_MORE_FILES);
    boolean lag = course.longestLag() < MOST_LAG_SECONDS;
    boolean well =
        report.isRight() && CUTS.containsAll(report.errors().keySet()) && heap && files && lag;
    out.printf(
        Locale.ROOT,
        """
        soak: %d min at %,.0f messages/s, half of %,.0f/s; %,d looks at it
          live heap      %,d MB after a third, %,d MB at the end: %s
          open files     %s after a third;
                         %s at the end: %s
          resident       %,d MB after a third, %,d MB at the end, PostgreSQL and search within
          longest lag    %.2f s: %s
          mark           flat heap, flat files, lag under a second, nothing lost: %s
        """,
        lasting.toMinutes(),
        report.rate(),
        capacity,
        course.looks(),
        course.heapAtThird(),
        course.heapAtEnd(),
        heap ? "flat" : "GROWS",
        course.filesAtThird(),
        course.filesAtEnd(),
        files ? "flat" : "GROW",
        course.residentAtThird(),
        course.residentAtEnd(),
        course.longestLag(),
        lag ? "short" : "LONG",
        well ? "reached" : "MISSED");
    return well;
  }

  private static Report measure(OwnBeep beep, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--url";
    all[1] = beep.url().toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Bench.measure(
            BenchOptions.parse(all),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .getFirst();
  }

  private static int minutes(List<String> options) {
    if (options.isEmpty()) {
      return MINUTES;
    }
    if (options.size() == 2 && options.getFirst().equals("--minutes")) {
      try {
        int minutes = Integer.parseInt(options.getLast());
        if (minutes >= 1 && minutes <= LONGEST_MINUTES) {
          return minutes;
        }
      } catch (NumberFormatException invalid) {
        throw new UsageException("--minutes is a whole number, not " + options.getLast());
      }
    }
    throw new UsageException("--scenario soak takes --minutes, 1 to " + LONGEST_MINUTES);
  }
}
