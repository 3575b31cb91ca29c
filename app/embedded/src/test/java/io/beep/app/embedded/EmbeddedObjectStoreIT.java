package io.beep.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedObjectStoreIT {

  static final String BUCKET = "files";
  private static final long PART_BYTES = 5L * 1024 * 1024;

  /** Uploaded in two parts. */
  private static final String FILM = "film".repeat((int) PART_BYTES / 3);

  @TempDir private Path home;

  @Test
  void shouldKeepObjectsAndKeysOverARestart() throws Exception {
    String accessKey;
    try (EmbeddedObjectStore store = EmbeddedObjectStore.start(ObjectStoreOptions.of(home))) {
      accessKey = store.accessKey();
      try (MinioClient client = client(store, store.secretKey())) {
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
        put(client, "a/note.txt", "kept");
        put(client, "a/film", FILM);
      }
    }

    try (EmbeddedObjectStore store = EmbeddedObjectStore.start(ObjectStoreOptions.of(home));
        MinioClient client = client(store, store.secretKey())) {
      assertThat(store.accessKey()).isEqualTo(accessKey);
      assertThat(get(client, "a/note.txt")).isEqualTo("kept");
      assertThat(get(client, "a/film")).isEqualTo(FILM);
      put(client, "a/note.txt", "changed");
      assertThat(get(client, "a/note.txt")).isEqualTo("changed");
    }
    assertThat(Files.getPosixFilePermissions(home.resolve("secret-key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void shouldKeepWhatItAcknowledgedWhenItsProcessIsKilled() throws Exception {
    try (ChildJvm host = ChildJvm.run(ObjectStoreHost.class, home.toString())) {
      assertThat(host.line()).isEqualTo(ObjectStoreHost.ACKNOWLEDGED);
      host.kill();
    }

    try (EmbeddedObjectStore store = EmbeddedObjectStore.start(ObjectStoreOptions.of(home));
        MinioClient client = client(store, store.secretKey())) {
      assertThat(get(client, ObjectStoreHost.KEY)).isEqualTo(ObjectStoreHost.ACKNOWLEDGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void shouldRefuseAnUnsignedRequest(String method) throws Exception {
    try (EmbeddedObjectStore store = EmbeddedObjectStore.start(ObjectStoreOptions.of(home));
        MinioClient owner = client(store, store.secretKey());
        HttpClient http = HttpClient.newHttpClient()) {
      owner.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
      put(owner, "note.txt", "private");
      HttpRequest unsigned =
          HttpRequest.newBuilder(store.endpoint().resolve("/" + BUCKET + "/note.txt"))
              .method(method, BodyPublishers.ofString(method.equals("PUT") ? "defaced" : ""))
              .build();

      assertThat(http.send(unsigned, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
      assertThat(get(owner, "note.txt")).isEqualTo("private");
    }
  }

  @Test
  void shouldRefuseASignatureByAnotherKey() throws Exception {
    try (EmbeddedObjectStore store = EmbeddedObjectStore.start(ObjectStoreOptions.of(home));
        MinioClient stranger = client(store, "not-the-secret-of-this-store")) {
      assertThatThrownBy(() -> stranger.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build()))
          .isInstanceOf(ErrorResponseException.class)
          .hasMessageContaining("signature");
    }
  }

  @Test
  void shouldLetPagesOfItsOriginUseAPresignedAddress() throws Exception {
    String origin = "http://localhost:8080";
    try (EmbeddedObjectStore store =
            EmbeddedObjectStore.start(ObjectStoreOptions.of(home).withWebOrigins(List.of(origin)));
        MinioClient owner = client(store, store.secretKey());
        HttpClient http = HttpClient.newHttpClient()) {
      owner.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
      URI presigned =
          URI.create(
              owner.getPresignedObjectUrl(
                  GetPresignedObjectUrlArgs.builder()
                      .method(Http.Method.PUT)
                      .bucket(BUCKET)
                      .object("a")
                      .build()));

      assertThat(allowedOrigin(http, presigned, origin)).contains(origin);
      assertThat(allowedOrigin(http, presigned, "http://elsewhere.example")).isEmpty();
      HttpRequest upload =
          HttpRequest.newBuilder(presigned)
              .PUT(BodyPublishers.ofString("from a page"))
              .header("Origin", origin)
              .build();
      assertThat(http.send(upload, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      assertThat(get(owner, "a")).isEqualTo("from a page");
    }
  }

  private static Optional<String> allowedOrigin(HttpClient http, URI presigned, String origin)
      throws Exception {
    HttpRequest preflight =
        HttpRequest.newBuilder(presigned)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "content-type")
            .build();
    return http.send(preflight, BodyHandlers.discarding())
        .headers()
        .firstValue("Access-Control-Allow-Origin");
  }

  @Test
  void shouldRefuseADirectoryThatIsInUse() throws Exception {
    try (EmbeddedObjectStore _ = EmbeddedObjectStore.start(ObjectStoreOptions.of(home))) {
      assertThatThrownBy(() -> EmbeddedObjectStore.start(ObjectStoreOptions.of(home)))
          .isInstanceOf(DirectoryLockedException.class)
          .hasMessageContaining(home.toString());
    }
  }

  static MinioClient client(EmbeddedObjectStore store, String secretKey) {
    return MinioClient.builder()
        .endpoint(store.endpoint().toString())
        .credentials(store.accessKey(), secretKey)
        .region("us-east-1")
        .build();
  }

  static void put(MinioClient client, String key, String content) throws Exception {
    byte[] bytes = content.getBytes(UTF_8);
    client.putObject(
        PutObjectArgs.builder().bucket(BUCKET).object(key).stream(
                new ByteArrayInputStream(bytes), (long) bytes.length, PART_BYTES)
            .build());
  }

  private static String get(MinioClient client, String key) throws Exception {
    try (InputStream in =
        client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
