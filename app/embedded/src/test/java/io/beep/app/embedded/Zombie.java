package io.beep.app.embedded;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that has ended and whose parent does not ask how. */
final class Zombie implements AutoCloseable {

  private final Process parent;
  private final long pid;

  Zombie() throws IOException {
    // The shell becomes a program that knows nothing of the child which it had as a shell. A child
    // that ended before that would be buried by the shell.
    parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 600").start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII))) {
      pid = Long.parseLong(lines.readLine());
    }
    await().until(() -> !LinuxProcesses.isAlive(pid));
  }

  long pid() {
    return pid;
  }

  @Override
  public void close() {
    parent.destroyForcibly();
  }
}
