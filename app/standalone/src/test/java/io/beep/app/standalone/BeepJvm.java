package io.beep.app.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The standalone product in a JVM of its own, on the classes of the tests: it can be killed. */
final class BeepJvm implements AutoCloseable {

  /** The same for all, so that one takes the tokens of another whose keys it has. */
  private static final String PUBLIC_URL = "http://beep.test";

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CALL).build();
  private final Process process;
  private final Path data;
  private final int port;

  private BeepJvm(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  static BeepJvm start(Path data) throws IOException {
    return start(data, Map.of());
  }

  /**
   * @param environment is added to that of this process
   */
  static BeepJvm start(Path data, Map<String, String> environment) throws IOException {
    int port = freePort();
    Path printed = Files.createTempFile("beep-jvm-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Ddisable-axoniq-console-message=true",
                "-Dbeep.home=" + home(),
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName(),
                "--port",
                "" + port,
                "--data",
                data.toString(),
                "--limits",
                "off",
                "--public-url",
                PUBLIC_URL)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    BeepJvm beep = new BeepJvm(process, data, port);
    await("Beep to run")
        .atMost(START)
        .until(
            () -> !process.isAlive() || Files.readString(printed).contains("Beep is running on"));
    if (!process.isAlive()) {
      throw new AssertionError("Beep did not start:\n" + Files.readString(printed));
    }
    return beep;
  }

  /** What was built, as far as a test without a browser needs it. */
  private static Path home() throws IOException {
    Path home = Files.createTempDirectory("beep-home-");
    Path jars = repository().resolve("app/search-node/target/lib");
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException(jars + " is missing: build with -am");
    }
    Files.createSymbolicLink(home.resolve("search"), jars);
    Files.writeString(Files.createDirectory(home.resolve("web")).resolve("index.html"), "<p>Beep");
    return home;
  }

  private static Path repository() {
    Path candidate = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(candidate.resolve("app/search-node"))) {
      candidate = candidate.getParent();
      if (candidate == null) {
        throw new IllegalStateException("no checkout of Beep above the working directory");
      }
    }
    return candidate;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  Path data() {
    return data;
  }

  /** Its JVM alone: what it has started must find out by itself. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** It and all that it has started, at once. */
  void killAll() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    process.destroyForcibly();
  }

  /** As {@code ./beep token}. */
  String token(String username) {
    ControlServer.ControlFile control = ControlServer.ControlFile.readFrom(data);
    return text(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + "/token"))
            .header("Authorization", "Bearer " + control.secret())
            .POST(HttpRequest.BodyPublishers.ofString(username)));
  }

  JsonNode get(String path, String token) {
    return JSON.readTree(text(api(path, token).GET()));
  }

  JsonNode post(String path, @Nullable String token, Object body) {
    return JSON.readTree(
        text(
            api(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
  }

  /** As it comes, refusals too. */
  HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(CALL).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder api(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api" + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /**
   * @throws UncheckedIOException when it does not answer, or with an error
   */
  private String text(HttpRequest.Builder request) {
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() >= 300) {
      throw new UncheckedIOException(
          new IOException("HTTP " + answer.statusCode() + ": " + answer.body()));
    }
    return answer.body();
  }

  /** Its database, while it runs. */
  DataSource database() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/beep");
    database.setUser("beep");
    database.setPassword(Files.readString(data.resolve("postgres/password")).strip());
    return database;
  }
}
