package io.beep.media.file;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One bucket of an S3 service.
 *
 * <p>Of a service that cannot be reached the client tells by an {@link IllegalStateException}
 * around what happened on the line.
 */
public final class S3ObjectStore implements ObjectStore {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9/.-]{0,511}");
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration CALL = Duration.ofMinutes(2);

  /** S3 takes parts of 5 MiB and more; -1 lets the client choose. */
  private static final long PART_SIZE = -1;

  private final MinioClient client;
  private final String bucket;

  private S3ObjectStore(MinioClient client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Makes the bucket when it is not there.
   *
   * @throws ObjectStoreException when the store cannot be reached or refuses
   */
  public static S3ObjectStore open(
      URI endpoint, String accessKey, String secretKey, String bucket) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .callTimeout(CALL)
            .build();
    MinioClient client =
        MinioClient.builder()
            .endpoint(endpoint.toString())
            .region("us-east-1")
            .credentials(accessKey, secretKey)
            .httpClient(http)
            .build();
    S3ObjectStore store = new S3ObjectStore(client, bucket);
    store.makeBucketIfMissing();
    return store;
  }

  private void makeBucketIfMissing() {
    try {
      if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
      }
    } catch (MinioException | IllegalStateException e) {
      throw new ObjectStoreException("cannot make sure of the bucket " + bucket, e);
    }
  }

  @Override
  public void put(String key, InputStream content, long size, String contentType) {
    try {
      client.putObject(
          PutObjectArgs.builder().bucket(bucket).object(requireKey(key)).stream(
                  content, size, PART_SIZE)
              .contentType(contentType)
              .build());
    } catch (MinioException | IllegalStateException e) {
      throw new ObjectStoreException("cannot store " + key, e);
    }
  }

  @Override
  public Optional<InputStream> get(String key) {
    try {
      return Optional.of(
          client.getObject(GetObjectArgs.builder().bucket(bucket).object(requireKey(key)).build()));
    } catch (ErrorResponseException e) {
      if ("NoSuchKey".equals(e.errorResponse().code())) {
        return Optional.empty();
      }
      throw new ObjectStoreException("cannot read " + key, e);
    } catch (MinioException | IllegalStateException e) {
      throw new ObjectStoreException("cannot read " + key, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      client.removeObject(
          RemoveObjectArgs.builder().bucket(bucket).object(requireKey(key)).build());
    } catch (MinioException | IllegalStateException e) {
      throw new ObjectStoreException("cannot remove " + key, e);
    }
  }

  @Override
  public void list(String prefix, @Nullable String after, Predicate<StoredObject> wanted) {
    ListObjectsArgs.Builder asked =
        ListObjectsArgs.builder().bucket(bucket).prefix(requireKey(prefix)).recursive(true);
    if (after != null) {
      asked.startAfter(requireKey(after));
    }
    try {
      for (Result<Item> result : client.listObjects(asked.build())) {
        Item item = result.get();
        if (!item.isDir()
            && !wanted.test(new StoredObject(item.objectName(), item.lastModified().toInstant()))) {
          return;
        }
      }
    } catch (MinioException | IllegalStateException e) {
      throw new ObjectStoreException("cannot list " + prefix, e);
    }
  }

  private static String requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key: " + key);
    }
    return key;
  }
}
