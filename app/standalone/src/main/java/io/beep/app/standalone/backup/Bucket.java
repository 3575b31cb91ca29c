package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.StoredObject;
import io.beep.media.ObjectStoreAddress;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import okhttp3.OkHttpClient;

/** All objects of the bucket in which Beep keeps files. */
final class Bucket {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration CALL = Duration.ofMinutes(10);
  private static final String NO_SUCH_KEY = "NoSuchKey";
  private static final String ANY_TYPE = "application/octet-stream";

  private final MinioClient client;
  private final String name;

  Bucket(ObjectStoreAddress address) {
    name = address.bucket();
    client =
        MinioClient.builder()
            .endpoint(address.endpoint().toString())
            .region("us-east-1")
            .credentials(address.accessKey(), address.secretKey())
            .httpClient(
                new OkHttpClient.Builder()
                    .connectTimeout(CONNECT)
                    .readTimeout(SILENCE)
                    .writeTimeout(SILENCE)
                    .callTimeout(CALL)
                    .build())
            .build();
  }

  /** Takes an object while its bytes arrive. */
  interface Reader {
    void read(long size, String contentType, InputStream content) throws IOException;
  }

  /** The keys of all objects, page by page as they are asked for. */
  Iterator<String> keys() throws IOException {
    if (!exists()) {
      return java.util.Collections.emptyIterator();
    }
    Iterator<Result<Item>> items =
        client
            .listObjects(ListObjectsArgs.builder().bucket(name).recursive(true).build())
            .iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public String next() {
        try {
          return items.next().get().objectName();
        } catch (MinioException e) {
          throw new BackupException("The object store cannot be read: " + e.getMessage(), e);
        }
      }
    };
  }

  /** False when it was removed since it was listed. */
  boolean read(String key, Reader reader) throws IOException {
    try (GetObjectResponse response =
        client.getObject(GetObjectArgs.builder().bucket(name).object(key).build())) {
      String size = Objects.requireNonNull(response.headers().get("Content-Length"), key);
      reader.read(
          Long.parseLong(size),
          Objects.requireNonNullElse(response.headers().get("Content-Type"), ANY_TYPE),
          response);
      return true;
    } catch (ErrorResponseException e) {
      if (NO_SUCH_KEY.equals(e.errorResponse().code())) {
        return false;
      }
      throw new BackupException("The object " + key + " cannot be read: " + e.getMessage(), e);
    } catch (MinioException e) {
      throw new BackupException("The object " + key + " cannot be read: " + e.getMessage(), e);
    }
  }

  void write(StoredObject object, InputStream content) {
    try {
      client.putObject(
          PutObjectArgs.builder().bucket(name).object(object.key()).stream(
                  content, object.size(), -1L)
              .contentType(object.contentType())
              .build());
    } catch (MinioException e) {
      throw new BackupException(
          "The object " + object.key() + " cannot be stored: " + e.getMessage(), e);
    }
  }

  void make() {
    try {
      if (!exists()) {
        client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
      }
    } catch (MinioException e) {
      throw new BackupException("The bucket " + name + " cannot be made: " + e.getMessage(), e);
    }
  }

  private boolean exists() {
    try {
      return client.bucketExists(BucketExistsArgs.builder().bucket(name).build());
    } catch (MinioException e) {
      throw new BackupException("The object store does not answer: " + e.getMessage(), e);
    }
  }
}
