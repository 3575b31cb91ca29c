package io.beep.loadtest;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./beep bench --all} without {@code --url}: every scenario against a Beep of its own. That
 * of memory has a fresh one, since a heap that was once needed is slow to shrink.
 */
final class AllBench {

  private AllBench() {}

  /**
   * @return whether all marks are reached
   */
  static boolean run(PrintStream out) {
    List<Report> reports = new ArrayList<>();
    try (OwnBeep beep = OwnBeep.prepared()) {
      beep.start();
      for (Scenario scenario : Scenario.values()) {
        if (scenario == Scenario.IDLE) {
          beep.stop();
          beep.start();
        }
        reports.addAll(
            Bench.measure(
                BenchOptions.parse(
                    "--url",
                    beep.url().toString(),
                    "--pid",
                    Long.toString(beep.pid()),
                    "--scenario",
                    scenario.optionName()),
                out));
      }
    }
    boolean well = reports.stream().allMatch(report -> report.isRight() && report.markReached());
    return StartBench.run(out) && well;
  }
}
