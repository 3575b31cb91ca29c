package io.beep.app.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Passes what a child prints to its logger, and keeps the last lines for the message of an
 * exception.
 */
final class ChildOutput {

  /** Enough for a stack trace's head or the reason of a database that refuses to start. */
  private static final int KEPT_LINES = 30;

  private static final Duration READING = Duration.ofSeconds(1);

  private final Deque<String> last = new ArrayDeque<>();
  private final CountDownLatch read = new CountDownLatch(1);
  private final Logger log;
  private final Consumer<String> onLine;

  private ChildOutput(Logger log, Consumer<String> onLine) {
    this.log = log;
    this.onLine = onLine;
  }

  /** Reads standard output, which must hold standard error too, until the child ends. */
  static ChildOutput of(Process process, String name, Logger log, Consumer<String> onLine) {
    var output = new ChildOutput(log, onLine);
    Thread.ofPlatform().daemon().name("output-of-" + name).start(() -> output.read(process));
    return output;
  }

  /** The last lines of a child that has ended, oldest first; waits shortly until they are read. */
  String lastWords() throws InterruptedException {
    if (!read.await(READING.toMillis(), TimeUnit.MILLISECONDS)) {
      log.debug("the output is still held open, by a child of the child perhaps");
    }
    return tail();
  }

  /** The last lines, oldest first. */
  String tail() {
    synchronized (last) {
      return String.join("\n", last);
    }
  }

  private void read(Process process) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        keep(line);
        log.debug("{}", line);
        onLine.accept(line);
      }
    } catch (IOException e) {
      log.debug(
          "the output of process {} cannot be read any more: {}", process.pid(), e.getMessage());
    } finally {
      read.countDown();
    }
  }

  private void keep(String line) {
    synchronized (last) {
      if (last.size() == KEPT_LINES) {
        last.removeFirst();
      }
      last.addLast(line);
    }
  }
}
