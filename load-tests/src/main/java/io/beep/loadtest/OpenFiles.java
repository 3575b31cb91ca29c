package io.beep.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What Beep and its children hold open: files, sockets, pipes.
 *
 * @param postgres of all its processes together
 */
record OpenFiles(long beep, long search, long postgres) {

  static OpenFiles of(long pid) {
    ProcessHandle itself = ProcessHandle.of(pid).orElseThrow();
    long search = 0;
    long postgres = 0;
    for (ProcessHandle child : itself.descendants().toList()) {
      if (isJvm(child)) {
        search += heldBy(child);
      } else {
        postgres += heldBy(child);
      }
    }
    return new OpenFiles(heldBy(itself), search, postgres);
  }

  boolean within(OpenFiles earlier, long more) {
    return beep <= earlier.beep + more
        && search <= earlier.search + more
        && postgres <= earlier.postgres + more;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,d of Beep, %,d of search, %,d of PostgreSQL", beep, search, postgres);
  }

  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }

  /** None when it ended while it was looked at. */
  private static long heldBy(ProcessHandle process) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return open.count();
    } catch (IOException ended) {
      return 0;
    }
  }
}
