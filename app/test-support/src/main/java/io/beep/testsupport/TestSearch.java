package io.beep.testsupport;

import io.beep.app.embedded.EmbeddedSearch;
import io.beep.app.embedded.SearchOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OpenSearch as the standalone product runs it. One node serves all tests of a JVM, so each names
 * its indices after {@link #freshPrefix()}. Indices are not created by writing to them.
 */
public final class TestSearch {

  private static final OncePerJvm<EmbeddedSearch> NODE =
      new OncePerJvm<>(
          "search", directory -> EmbeddedSearch.start(SearchOptions.of(directory, jars())));
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private TestSearch() {}

  /** Where the node answers, without a trailing slash. Starts it when this is the first call. */
  public static URI url() {
    return NODE.get().url();
  }

  /** The beginning of index names that no other test of this JVM has. */
  public static String freshPrefix() {
    return "test-" + PREFIXES.incrementAndGet() + "-";
  }

  private static Path jars() {
    Path jars = Repository.root().resolve("app/search-node/target/lib");
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException(
          jars + " is missing: build with Maven and -am, or app/search-node alone first");
    }
    return jars;
  }
}
