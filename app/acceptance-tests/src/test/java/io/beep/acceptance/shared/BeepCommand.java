package io.beep.acceptance.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./beep …}, as people type it, on the product that is built. */
public final class BeepCommand {

  private static final long PATIENCE_SECONDS = 60;

  private BeepCommand() {}

  /**
   * What a command that ended has said.
   *
   * @param out what it printed on standard output, and nothing else
   */
  public record Outcome(int exitCode, String out, String err) {}

  /** Runs it to its end. */
  public static Outcome run(String... arguments) {
    return outcome(builder(arguments));
  }

  /**
   * Runs the command of another checkout, of which nothing is built, to its end.
   *
   * @param variables of its environment; an empty one is not there at all
   */
  public static Outcome runElsewhere(
      Path checkout, Map<String, String> variables, String... arguments) {
    return outcome(elsewhere(checkout, variables, arguments));
  }

  /**
   * The same, which goes on; whoever starts it ends it.
   *
   * @param path where programs are looked for
   */
  public static Process startElsewhere(Path checkout, String path, String... arguments)
      throws IOException {
    return elsewhere(checkout, Map.of("PATH", path), arguments).start();
  }

  private static ProcessBuilder elsewhere(
      Path checkout, Map<String, String> variables, String... arguments) {
    ProcessBuilder builder = command(checkout, arguments);
    builder.environment().remove("BEEP_HOME");
    builder.environment().putAll(variables);
    builder.environment().values().removeIf(String::isEmpty);
    return builder;
  }

  private static Outcome outcome(ProcessBuilder builder) {
    Path directory = Directories.temporary();
    try {
      Path out = directory.resolve("out");
      Path err = directory.resolve("err");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(
            String.join(" ", builder.command()) + " did not end: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      Directories.delete(directory);
    }
  }

  static ProcessBuilder builder(String... arguments) {
    Path repository = repository();
    ProcessBuilder builder = command(repository, arguments);
    builder.environment().put("BEEP_HOME", home(repository).toString());
    return builder;
  }

  private static ProcessBuilder command(Path checkout, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("beep").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("BEEP_PORT", "BEEP_DATA", "BEEP_PUBLIC_URL"));
    return builder;
  }

  public static Path repository() {
    Path repository =
        Path.of(System.getProperty("beep.repository", "../..")).toAbsolutePath().normalize();
    if (!Files.isExecutable(repository.resolve("beep"))) {
      throw new AssertionError(
          "There is no ./beep in " + repository + "; name it with -Dbeep.repository=DIR.");
    }
    return repository;
  }

  private static Path home(Path repository) {
    String given = System.getProperty("beep.home", "");
    Path home =
        given.isEmpty()
            ? repository.resolve("app/standalone/target/beep")
            : Path.of(given).toAbsolutePath();
    for (String part : List.of("lib", "search", "web/index.html")) {
      if (!Files.exists(home.resolve(part))) {
        throw new AssertionError(
            "There is no built Beep in "
                + home
                + " ("
                + part
                + " is missing). Build it with ./beep build,"
                + " or name one that runs with -Dbeep.url=URL.");
      }
    }
    return home;
  }
}
