package io.beep.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
final class ProcessMemory {

  private static final long KILOBYTES = 1024;

  private ProcessMemory() {}

  /**
   * Resident megabytes, as Linux counts them.
   *
   * @throws BenchException when there is no such process, or no {@code /proc}
   */
  static long residentMegabytes(long pid) {
    return kilobytes(pid, "status", "VmRSS:") / KILOBYTES;
  }

  /** Resident kilobytes; of what several processes share, each has its part. */
  static long proportionalKilobytes(long pid) {
    return kilobytes(pid, "smaps_rollup", "Pss:");
  }

  private static long kilobytes(long pid, String file, String field) {
    Path facts = Path.of("/proc", Long.toString(pid), file);
    try {
      return Files.readAllLines(facts).stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).replace("kB", "").strip())
          .mapToLong(Long::parseLong)
          .findAny()
          .orElseThrow(() -> new BenchException(facts + " tells no memory"));
    } catch (IOException unreadable) {
      throw new BenchException("cannot read " + facts + ", is --pid right?", unreadable);
    }
  }
}
