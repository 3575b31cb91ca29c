package io.beep.app.embedded;

import java.nio.file.Path;

/** Where the build of this module keeps what its tests share. */
final class TestFiles {

  /** The programs are unpacked here once, whatever test needs them. */
  static final Path BINARIES = Path.of("../../target/test-cache");

  /** Filled by the build of app/search-node, which comes before this module's. */
  static final Path SEARCH_JARS = Path.of("../search-node/target/lib");

  private TestFiles() {}
}
