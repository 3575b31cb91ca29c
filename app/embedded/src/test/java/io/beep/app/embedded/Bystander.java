package io.beep.app.embedded;

import java.io.IOException;

/** A process that has nothing to do with any of it. */
final class Bystander implements AutoCloseable {

  private final Process process;

  Bystander() throws IOException {
    process = new ProcessBuilder("sleep", "300").start();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
