package io.beep.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM of the search node as a child of this process, to which its standard input ties it. */
final class SearchServer implements Child {

  private static final Logger log = LoggerFactory.getLogger("io.beep.search");

  /**
   * Includes reading the logs of all shards after a kill, for which the child itself takes a minute
   * at most.
   */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);
  private static final long POLL_MILLIS = 100;

  private static final String READY = "READY ";

  private final List<String> command;
  private CountDownLatch ready = new CountDownLatch(1);
  private @Nullable ChildOutput output;

  SearchServer(Path jar, Path home, int port) {
    List<String> parts = new ArrayList<>(Programs.ownSession());
    parts.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString(),
            home.toString(),
            Integer.toString(port)));
    this.command = List.copyOf(parts);
  }

  @Override
  public String name() {
    return "embedded search";
  }

  @Override
  public void prepare() {}

  @Override
  public Process spawn() throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    var answered = new CountDownLatch(1);
    ready = answered;
    Process process = builder.start();
    output =
        ChildOutput.of(
            process,
            name(),
            log,
            line -> {
              if (line.startsWith(READY)) {
                answered.countDown();
              }
            });
    return process;
  }

  @Override
  public void awaitReady(Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!process.isAlive()) {
        throw new IOException(
            "it ended with exit code " + process.exitValue() + ":\n" + lastWords());
      }
      if (System.nanoTime() > end) {
        throw new IOException("it did not answer within " + START_LIMIT + ":\n" + lastWords());
      }
    }
  }

  @Override
  public void stop(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private String lastWords() {
    return output == null ? "" : output.tail();
  }
}
