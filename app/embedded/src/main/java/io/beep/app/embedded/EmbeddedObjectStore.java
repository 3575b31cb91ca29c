package io.beep.app.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 server within this process, over a directory: an object is a file, its metadata are
 * extended attributes.
 *
 * <p>Listens on 127.0.0.1 only and checks the signature (AWS version 4) of every request against a
 * random pair of keys, which stand in the files {@code access-key} and {@code secret-key} of the
 * home directory. An object whose upload was acknowledged survives a {@code kill -9} of this
 * process and a power cut.
 */
public final class EmbeddedObjectStore implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedObjectStore.class);

  /** Each transfer holds a thread. */
  private static final int THREADS = 32;

  private static final long STOP_MILLIS = 5_000;
  private static final List<String> WEB_METHODS = List.of("GET", "HEAD", "PUT");
  private static final List<String> WEB_REQUEST_HEADERS = List.of("content-type");
  private static final List<String> WEB_RESPONSE_HEADERS = List.of("etag");

  private final DirectoryLock lock;
  private final S3Proxy server;
  private final URI endpoint;
  private final String accessKey;
  private final String secretKey;

  private EmbeddedObjectStore(
      DirectoryLock lock, S3Proxy server, URI endpoint, String accessKey, String secretKey) {
    this.lock = lock;
    this.server = server;
    this.endpoint = endpoint;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  /**
   * @throws DirectoryLockedException when another instance uses the home directory
   * @throws IOException when it cannot be started, such as on a port that is taken
   */
  public static EmbeddedObjectStore start(ObjectStoreOptions options) throws IOException {
    DirectoryLock lock = DirectoryLock.take(options.home());
    try {
      return start(options, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedObjectStore start(ObjectStoreOptions options, DirectoryLock lock)
      throws IOException {
    var random = new SecureRandom();
    String accessKey = SecretFile.readOrCreate(options.home().resolve("access-key"), random);
    String secretKey = SecretFile.readOrCreate(options.home().resolve("secret-key"), random);
    Path objects = Files.createDirectories(options.home().resolve("objects"));
    int port = options.port().isPresent() ? options.port().getAsInt() : LoopbackPorts.free();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .endpoint(endpoint)
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .blobStore(
                new DurableBlobStore(new FilesystemNio2BlobStore(objects.toString()), objects))
            .jettyMaxThreads(THREADS)
            .stopTimeout(STOP_MILLIS)
            .metricsEnabled(false);
    if (!options.webOrigins().isEmpty()) {
      builder.corsRules(
          new CrossOriginResourceSharing(
              options.webOrigins(), WEB_METHODS, WEB_REQUEST_HEADERS, WEB_RESPONSE_HEADERS, ""));
    }
    S3Proxy server = builder.build();
    listen(server, endpoint);
    log.info("the object store listens on {}, data in {}", endpoint, options.home());
    return new EmbeddedObjectStore(lock, server, endpoint, accessKey, secretKey);
  }

  /** Without a trailing slash. Buckets are the first segment of the path. */
  public URI endpoint() {
    return endpoint;
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }

  /** Lets requests end for five seconds. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the object store did not end in order", e);
    } finally {
      lock.close();
    }
  }

  private static void listen(S3Proxy server, URI endpoint) throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw new IOException("the object store cannot listen on " + endpoint, e);
    } catch (Exception e) {
      throw new IOException("the object store does not start", e);
    }
  }
}
