package io.beep.app.embedded;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.nio.file.Path;

/**
 * A process that runs an object store, puts one object, prints what the object holds when that is
 * acknowledged, and waits to be killed.
 */
final class ObjectStoreHost {

  static final String KEY = "a/note.txt";
  static final String ACKNOWLEDGED = "acknowledged";

  private ObjectStoreHost() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedObjectStore store =
        EmbeddedObjectStore.start(ObjectStoreOptions.of(Path.of(arguments[0])));
    try (MinioClient client = EmbeddedObjectStoreIT.client(store, store.secretKey())) {
      client.makeBucket(MakeBucketArgs.builder().bucket(EmbeddedObjectStoreIT.BUCKET).build());
      EmbeddedObjectStoreIT.put(client, KEY, ACKNOWLEDGED);
    }
    System.out.println(ACKNOWLEDGED);
    Thread.currentThread().join();
  }
}
