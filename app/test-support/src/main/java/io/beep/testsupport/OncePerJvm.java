package io.beep.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A server that starts at its first use, and that ends with the JVM together with its data. */
final class OncePerJvm<S extends AutoCloseable> {

  /** Starts a server on an empty directory. */
  interface Start<S> {
    S in(Path directory) throws IOException, InterruptedException;
  }

  private final String name;
  private final Start<S> start;
  private @Nullable S server;

  OncePerJvm(String name, Start<S> start) {
    this.name = name;
    this.start = start;
  }

  synchronized S get() {
    if (server == null) {
      server = started();
    }
    return server;
  }

  private S started() {
    try {
      // A child that drops root must be able to pass through.
      Path directory =
          Files.setPosixFilePermissions(
              Files.createTempDirectory("beep-" + name + "-"),
              PosixFilePermissions.fromString("rwx--x--x"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(directory), "end-" + name));
      return start.in(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " for tests does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " started", e);
    }
  }

  private synchronized void end(Path directory) {
    try {
      if (server != null) {
        server.close();
      }
      TemporaryDirectories.delete(directory);
    } catch (Exception e) {
      System.err.println(name + " for tests was not ended in order, see " + directory + ": " + e);
    }
  }
}
