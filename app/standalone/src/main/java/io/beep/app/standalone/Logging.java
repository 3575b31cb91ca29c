package io.beep.app.standalone;

import io.beep.app.operations.logging.LogSetup;
import java.nio.file.Path;

/** Where the log goes: into the data directory. */
final class Logging {

  private static final String SERVICE = "beep";

  private Logging() {}

  static Path file(Path dataDir) {
    return LogSetup.mainFile(directory(dataDir));
  }

  /** For every context that Spring Boot starts; to be called before the first. */
  static void into(Path dataDir) {
    LogSetup.toFiles(directory(dataDir), SERVICE);
  }

  private static Path directory(Path dataDir) {
    return dataDir.resolve("logs");
  }
}
