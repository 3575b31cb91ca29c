package io.beep.testsupport;

import io.beep.app.embedded.EmbeddedObjectStore;
import io.beep.app.embedded.ObjectStoreOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The S3 server of the standalone product. One serves all tests of a JVM, so each makes a {@link
 * #freshBucketName() bucket}.
 */
public final class TestObjectStore {

  /** The only origin whose pages may use presigned addresses. */
  public static final String WEB_ORIGIN = "http://localhost:8080";

  private static final OncePerJvm<EmbeddedObjectStore> STORE =
      new OncePerJvm<>(
          "object-store",
          directory ->
              EmbeddedObjectStore.start(
                  ObjectStoreOptions.of(directory).withWebOrigins(List.of(WEB_ORIGIN))));
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private TestObjectStore() {}

  /** Without a trailing slash. Starts the store when this is the first call. */
  public static URI endpoint() {
    return STORE.get().endpoint();
  }

  public static String accessKey() {
    return STORE.get().accessKey();
  }

  public static String secretKey() {
    return STORE.get().secretKey();
  }

  /** A name that no other test of this JVM has; the bucket is not there yet. */
  public static String freshBucketName() {
    return "test-" + BUCKETS.incrementAndGet();
  }
}
