package io.beep.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a short-lived program ended, and what it printed. */
record ProgramRun(int exitCode, String output) {

  /** As shells have it for a program that cannot be found. */
  private static final int NOT_FOUND = 127;

  boolean succeeded() {
    return exitCode == 0;
  }

  /**
   * Runs a program to its end; one that is not installed counts as failed.
   *
   * @throws IOException when it does not end in time; it is killed then
   */
  static ProgramRun of(Duration limit, List<String> command)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile("beep-", ".out");
    try {
      Process process = start(command, printed);
      if (process == null) {
        return new ProgramRun(NOT_FOUND, command.getFirst() + " cannot be started");
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " did not end within " + limit);
      }
      return new ProgramRun(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
    } finally {
      Files.delete(printed);
    }
  }

  private static @Nullable Process start(List<String> command, Path printed) {
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    try {
      return builder.start();
    } catch (IOException _) {
      return null;
    }
  }
}
