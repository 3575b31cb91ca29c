package io.beep.app.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an {@link EmbeddedObjectStore} is started with.
 *
 * @param home where objects, keys and lock live, on a file system with extended attributes; created
 *     when missing
 * @param port on 127.0.0.1; a free one is chosen at each start when empty
 * @param webOrigins whose pages may use presigned addresses from a browser, such as {@code
 *     http://localhost:8080}; none may when empty
 */
public record ObjectStoreOptions(Path home, OptionalInt port, List<String> webOrigins) {

  public ObjectStoreOptions {
    home = home.toAbsolutePath().normalize();
    webOrigins = List.copyOf(webOrigins);
  }

  public static ObjectStoreOptions of(Path home) {
    return new ObjectStoreOptions(home, OptionalInt.empty(), List.of());
  }

  public ObjectStoreOptions withPort(int fixedPort) {
    return new ObjectStoreOptions(home, OptionalInt.of(fixedPort), webOrigins);
  }

  public ObjectStoreOptions withWebOrigins(List<String> origins) {
    return new ObjectStoreOptions(home, port, origins);
  }
}
