package io.beep.loadtest;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./beep bench --smoke}: whether something fell by half. A few seconds of the loads that
 * matter, each as a ratio to how fast this machine is in the same minute, beside the ratio of when
 * it was last looked at closely. The best of three tries counts: a neighbour is no fall.
 */
final class SmokeBench {

  private static final int TRIES = 3;

  /** A figure for every unit of {@link MachineSpeed}, as measured on a quiet machine. */
  private record Reference(Scenario scenario, double ratio) {}

  /** In this order: the first also warms Beep up for the others. */
  private static final List<Reference> REFERENCES =
      List.of(new Reference(Scenario.ROOM, 0.63), new Reference(Scenario.DURABLE, 0.8));

  private static final String[] SHORT = {"--warmup", "12", "--duration", "5"};

  private SmokeBench() {}

  /**
   * @return whether nothing fell by half
   */
  static boolean run(PrintStream out) {
    boolean well = true;
    try (OwnBeep beep = OwnBeep.prepared()) {
      beep.start();
      for (Reference reference : REFERENCES) {
        well &= isKept(reference, beep, out);
      }
    }
    return well;
  }

  private static boolean isKept(Reference reference, OwnBeep beep, PrintStream out) {
    double best = 0;
    for (int i = 0; i < TRIES && best < reference.ratio() / 2; i++) {
      double before = MachineSpeed.measure();
      Report report = measure(reference.scenario(), beep);
      double speed = (before + MachineSpeed.measure()) / 2;
      if (!report.isRight()) {
        out.print(Table.of(report));
        return false;
      }
      double ratio = report.messagesPerSecond() / speed;
      best = Math.max(best, ratio);
      out.printf(
          Locale.ROOT,
          "%s: %,.0f/s on a machine of speed %,.0f, a ratio of %.2f (reference %.2f)%n",
          report.name(),
          report.messagesPerSecond(),
          speed,
          ratio,
          reference.ratio());
    }
    boolean kept = best >= reference.ratio() / 2;
    if (!kept) {
      out.printf(
          Locale.ROOT,
          "%s fell by half or more since it was last measured%n",
          reference.scenario().optionName());
    }
    return kept;
  }

  private static Report measure(Scenario scenario, OwnBeep beep) {
    return Bench.measure(
            BenchOptions.parse(
                "--url",
                beep.url().toString(),
                "--scenario",
                scenario.optionName(),
                SHORT[0],
                SHORT[1],
                SHORT[2],
                SHORT[3]),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .getFirst();
  }
}
