package io.beep.loadtest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ./beep bench}: puts a load on a running Beep and reports what it was like. */
public final class Bench {

  private static final int ALL_WENT_WELL = 0;
  private static final int FOUND_WANTING = 1;
  private static final int NOT_MADE = 2;
  private static final int RUN_NAME_BOUND = 36 * 36 * 36 * 36 * 36;

  private static final List<String> SOAK = List.of("--scenario", "soak");

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  /**
   * @return the exit code, as the usage tells
   */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    if (List.of(arguments).contains("--help")) {
      out.print(BenchOptions.USAGE);
      return ALL_WENT_WELL;
    }
    try {
      if (List.of(arguments).equals(List.of("--smoke"))) {
        return SmokeBench.run(out) ? ALL_WENT_WELL : FOUND_WANTING;
      }
      if (List.of(arguments).equals(List.of("--all"))) {
        return AllBench.run(out) ? ALL_WENT_WELL : FOUND_WANTING;
      }
      if (List.of(arguments).equals(List.of("--scenario", "start"))) {
        return StartBench.run(out) ? ALL_WENT_WELL : FOUND_WANTING;
      }
      if (List.of(arguments).subList(0, Math.min(2, arguments.length)).equals(SOAK)) {
        return SoakBench.run(List.of(arguments).subList(2, arguments.length), out)
            ? ALL_WENT_WELL
            : FOUND_WANTING;
      }
      List<Report> reports = measure(BenchOptions.parse(arguments), out);
      boolean well = reports.stream().allMatch(report -> report.isRight() && report.markReached());
      return well ? ALL_WENT_WELL : FOUND_WANTING;
    } catch (UsageException misused) {
      err.println(misused.getMessage());
      err.print(BenchOptions.USAGE);
      return NOT_MADE;
    } catch (BenchException failed) {
      err.println("bench: " + failed.getMessage());
      return NOT_MADE;
    }
  }

  static List<Report> measure(BenchOptions options, PrintStream out) {
    String run = newRunName();
    List<Report> reports = new ArrayList<>();
    ErrorCounts preparing = new ErrorCounts();
    try (BeepHttp http = new BeepHttp(options.url());
        Accounts accounts = accounts(options, http, run, preparing)) {
      accounts.save(options.saveTokens());
      Room room = Room.open(http, accounts, run);
      for (Load load : options.loads()) {
        String name = run + reports.size();
        ErrorCounts errors = new ErrorCounts();
        Report report =
            new Run(http, accounts, room, name, load, options.drain(), options.pid(), errors)
                .measure();
        out.print(Table.of(report));
        reports.add(report);
      }
    }
    preparing.sorted().forEach((kind, count) -> out.println("  " + kind + " " + count));
    write(reports, options.json());
    return reports;
  }

  private static Accounts accounts(
      BenchOptions options, BeepHttp http, String run, ErrorCounts errors) {
    Path tokens = options.tokens();
    return tokens == null
        ? Accounts.signUp(http, run, options.accounts(), errors)
        : Accounts.of(tokens, http, errors);
  }

  private static void write(List<Report> reports, @Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(
          file, BeepHttp.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(reports) + "\n");
    } catch (IOException unwritable) {
      throw new BenchException("cannot write " + file + ": " + unwritable, unwritable);
    }
  }

  private static String newRunName() {
    int number = new SecureRandom().nextInt(RUN_NAME_BOUND);
    return Integer.toString(number, 36).toLowerCase(Locale.ROOT);
  }
}
