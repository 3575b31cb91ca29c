package io.beep.app.embedded;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What an {@link EmbeddedSearch} is started with.
 *
 * @param home where the index and the lock live; created when missing
 * @param jars the directory that the build of app/search-node fills ({@code target/lib}); holds
 *     {@code search-node-child.jar}
 * @param port of HTTP on 127.0.0.1; a free one is chosen at each start when empty
 */
public record SearchOptions(Path home, Path jars, OptionalInt port, ChildListener listener) {

  public SearchOptions {
    home = home.toAbsolutePath().normalize();
    jars = jars.toAbsolutePath().normalize();
  }

  public static SearchOptions of(Path home, Path jars) {
    return new SearchOptions(home, jars, OptionalInt.empty(), ChildListener.none());
  }

  public SearchOptions withPort(int fixedPort) {
    return new SearchOptions(home, jars, OptionalInt.of(fixedPort), listener);
  }

  public SearchOptions withListener(ChildListener told) {
    return new SearchOptions(home, jars, port, told);
  }
}
