package io.beep.app.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, which can be killed. */
final class NodeProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LOOK).build();

  private final String name;
  private final Process process;
  private final Path log;
  private final int healthPort;

  private NodeProcess(String name, Process process, Path log, int healthPort) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.healthPort = healthPort;
  }

  /**
   * Does not wait until it is up.
   *
   * @param main the class that starts it
   */
  static NodeProcess start(Class<?> main, Map<String, String> environment) {
    int healthPort = freePort();
    try {
      Path log = Files.createTempFile("beep-node-", ".log");
      ProcessBuilder builder =
          java(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), main.getName())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("BEEP_HEALTH_PORT", "" + healthPort);
      return new NodeProcess(main.getSimpleName(), builder.start(), log, healthPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JVM with the class path of this one. */
  static ProcessBuilder java(List<String> options, String... mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Ddisable-axoniq-console-message=true",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(mainAndArguments));
    return new ProcessBuilder(command);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NodeProcess awaitReady() {
    await(name + " to be ready").atMost(START).until(() -> isReady() || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError(name + " did not start:\n" + said());
    }
    return this;
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/health/ready"))
            .timeout(LOOK)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it measures, in the text format of Prometheus. */
  String metrics() throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/metrics"))
                .timeout(LOOK)
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As when its machine loses power. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    Files.deleteIfExists(log);
  }
}
