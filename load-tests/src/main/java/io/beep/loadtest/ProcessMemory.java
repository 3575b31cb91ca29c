package io.beep.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
final class ProcessMemory {

  private static final String FIELD = "VmRSS:";
  private static final long KILOBYTES = 1024;

  private ProcessMemory() {}

  /**
   * Resident megabytes, as Linux counts them.
   *
   * @throws BenchException when there is no such process, or no {@code /proc}
   */
  static long residentMegabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(FIELD))
          .map(line -> line.substring(FIELD.length()).replace("kB", "").strip())
          .mapToLong(Long::parseLong)
          .map(kilobytes -> kilobytes / KILOBYTES)
          .findAny()
          .orElseThrow(() -> new BenchException(status + " tells no memory"));
    } catch (IOException unreadable) {
      throw new BenchException("cannot read " + status + ", is --pid right?", unreadable);
    }
  }
}
