package io.beep.app.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OpenSearch node in a JVM of its own that ends with this process, and whose index outlives
 * both.
 *
 * <p>What was acknowledged survives a {@code kill -9} of either process. A node that dies is
 * started again on the same port; until then, calls to it are refused, and callers must live
 * without it.
 *
 * <p>Listens on 127.0.0.1 only, without a password: OpenSearch has none of its own, so every user
 * of this machine may ask it.
 */
public final class EmbeddedSearch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedSearch.class);

  private static final String CHILD_JAR = "search-node-child.jar";

  private final DirectoryLock lock;
  private final ChildSupervisor supervisor;
  private final int port;

  private EmbeddedSearch(DirectoryLock lock, ChildSupervisor supervisor, int port) {
    this.lock = lock;
    this.supervisor = supervisor;
    this.port = port;
  }

  /**
   * Returns when every index that there is can be searched.
   *
   * @throws DirectoryLockedException when another instance uses the home directory
   * @throws IOException when it cannot be started; the message holds the node's last words
   */
  public static EmbeddedSearch start(SearchOptions options)
      throws IOException, InterruptedException {
    Path jar = options.jars().resolve(CHILD_JAR);
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is missing: build app/search-node first");
    }
    DirectoryLock lock = DirectoryLock.take(options.home());
    try {
      int port = options.port().isPresent() ? options.port().getAsInt() : LoopbackPorts.free();
      ChildSupervisor supervisor =
          ChildSupervisor.start(new SearchServer(jar, options.home(), port), options.listener());
      log.info("OpenSearch listens on 127.0.0.1:{}, data in {}", port, options.home());
      return new EmbeddedSearch(lock, supervisor, port);
    } catch (IOException | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Where it answers, without a trailing slash; the same until this is closed, restarts of the node
   * included.
   */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** How often the node was brought back after it had died. */
  public long restarts() {
    return supervisor.restarts();
  }

  public boolean isUp() {
    return supervisor.isUp();
  }

  /** The process id of the node of the moment. */
  public long pid() {
    return supervisor.pid();
  }

  /** Ends the node in order within 15 seconds, by force after that. */
  @Override
  public void close() throws IOException {
    supervisor.close();
    lock.close();
  }
}
