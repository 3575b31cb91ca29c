package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the feed of one gateway. */
final class Follower implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(10);

  /**
   * @param id null for signals
   */
  record Frame(@Nullable Long id, String event, JsonNode data) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final InputStream body;

  private Follower(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      body = response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().name("follower").start(this::read);
    Awaitility.await().atMost(SOON).until(() -> !frames.isEmpty());
  }

  /**
   * Answers when the stream has begun.
   *
   * @param after the last position that is known, null to begin now
   */
  static Follower of(URI gateway, String token, @Nullable Long after) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve("/api/feed"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (after != null) {
      request.header("Last-Event-ID", after.toString());
    }
    return new Follower(request.build());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      @Nullable Long id = null;
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = Long.valueOf(line.substring(4));
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          frames.add(new Frame(id, event, JSON.readTree(line.substring(6))));
        } else if (line.isEmpty()) {
          id = null;
        }
      }
    } catch (IOException closed) {
      // By the test; what is missing then, the test says.
    }
  }

  /** What happened, without signals and what the feed says of itself. */
  List<Frame> events() {
    return frames.stream()
        .filter(frame -> frame.id() != null && !frame.event().startsWith("feed."))
        .toList();
  }

  List<Frame> frames(String type) {
    return frames.stream().filter(frame -> frame.event().equals(type)).toList();
  }

  Frame await(String type) {
    return Awaitility.await(type)
        .atMost(SOON)
        .until(() -> frames(type), found -> !found.isEmpty())
        .getFirst();
  }

  Follower awaitPosition(long position) {
    Awaitility.await("position " + position)
        .atMost(SOON)
        .until(
            () -> frames.stream().anyMatch(frame -> frame.id() != null && frame.id() >= position));
    return this;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
