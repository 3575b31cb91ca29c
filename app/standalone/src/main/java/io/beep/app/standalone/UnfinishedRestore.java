package io.beep.app.standalone;

import io.beep.app.operations.control.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mark of a data directory that a restore has not filled yet. */
final class UnfinishedRestore {

  private static final String NAME = "restoring";

  private UnfinishedRestore() {}

  static void mark(Path data) throws IOException {
    Files.createFile(data.resolve(NAME));
  }

  static void unmark(Path data) throws IOException {
    Files.delete(data.resolve(NAME));
  }

  /**
   * @throws UsageException when Beep must not run on it
   */
  static void requireNone(Path data) {
    if (Files.exists(data.resolve(NAME))) {
      throw new UsageException(
          "A restore into " + data + " did not come to its end. Delete it, and restore again.");
    }
  }
}
