package io.beep.app.standalone;

import java.nio.file.Path;

/**
 * Where the log goes: all of it as JSON lines into the data directory, warnings for people to the
 * console.
 */
final class Logging {

  private Logging() {}

  static Path file(Path dataDir) {
    return dataDir.resolve("logs").resolve("beep.log");
  }

  /** For every context that Spring Boot starts; to be called before the first. */
  static void into(Path dataDir) {
    System.setProperty("logging.file.name", file(dataDir).toString());
    System.setProperty("logging.structured.format.file", "logstash");
    System.setProperty("logging.threshold.console", "WARN");
    System.setProperty("logging.level.org.gaul", "WARN");
    System.setProperty("logging.logback.rollingpolicy.max-file-size", "50MB");
    System.setProperty("logging.logback.rollingpolicy.max-history", "14");
  }
}
