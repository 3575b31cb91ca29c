package io.beep.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the checkout that a test runs in. */
final class Repository {

  private Repository() {}

  /** The directory of the root pom, found upwards from where Maven or an editor runs the tests. */
  static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("pom.xml"))
          && Files.isDirectory(candidate.resolve("app/test-support"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("no root pom of Beep above " + start);
  }

  /** Shared by all test runs, so that binaries are unpacked once. */
  static Path cache() {
    return root().resolve("target/test-cache");
  }
}
