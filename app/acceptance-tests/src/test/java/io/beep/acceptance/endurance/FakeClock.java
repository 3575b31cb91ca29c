package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A clock of the machine that can be set while programs run that were started under it, by Debian's
 * {@code libfaketime}. What measures time without regard to the clock goes on to do so.
 */
final class FakeClock implements AutoCloseable {

  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

  private final Path library;
  private final Path directory;

  private FakeClock(Path library, Path directory) {
    this.library = library;
    this.directory = directory;
  }

  /** Skips the test where the library is not installed. */
  static FakeClock installedOrSkip() throws IOException {
    Optional<Path> library = library();
    assumeThat(library)
        .as("libfaketime is not installed (Debian: apt-get install libfaketime)")
        .isPresent();
    FakeClock clock =
        new FakeClock(library.orElseThrow(), Files.createTempDirectory("beep-clock-"));
    clock.set(Duration.ZERO);
    return clock;
  }

  private static Optional<Path> library() throws IOException {
    try (DirectoryStream<Path> architectures = Files.newDirectoryStream(LIBRARIES)) {
      for (Path architecture : architectures) {
        Path library = architecture.resolve(LIBRARY);
        if (Files.isReadable(library)) {
          return Optional.of(library);
        }
      }
    }
    return Optional.empty();
  }

  /** Under which a program must be started. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file().toString(),
        // Seconds after which a program looks whether the clock was set.
        "FAKETIME_CACHE_DURATION", "1",
        // The same in newer and in older versions of the library.
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "DONT_FAKE_MONOTONIC", "1",
        // What it finds out by itself is wrong for a JVM, whose timed waits would not wait at all.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        // Files have the time at which they were written.
        "NO_FAKE_STAT", "1");
  }

  /** Sets it so far from what it really is; programs see it within a second. */
  void set(Duration ahead) throws IOException {
    Path draft = directory.resolve("draft");
    Files.writeString(draft, "%+d\n".formatted(ahead.toSeconds()));
    Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file() {
    return directory.resolve("clock");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file());
    Files.delete(directory);
  }
}
