package io.beep.acceptance.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Server-sent events, read by hand as the standard of them says. */
public final class FeedStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMillis(5);

  /**
   * One event of the stream.
   *
   * @param id the position as it was sent, null for a signal
   * @param event its type
   */
  public record Frame(@Nullable String id, String event, JsonNode data) {

    public long position() {
      if (id == null) {
        throw new AssertionError("a signal has no position: " + this);
      }
      return Long.parseLong(id);
    }

    public boolean is(String type) {
      return event.equals(type);
    }

    /** The message's content, for {@code message.sent}. */
    public String content() {
      return data.path("message").path("content").asString("");
    }
  }

  private final HttpHeaders headers;
  private final InputStream body;
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private FeedStream(HttpHeaders headers, InputStream body) {
    this.headers = headers;
    this.body = body;
  }

  /** Answers when the first frame is there, which tells from where the stream is complete. */
  public static FeedStream open(Call call) {
    HttpResponse<InputStream> response = call.header("Accept", "text/event-stream").open();
    FeedStream stream = new FeedStream(response.headers(), response.body());
    if (response.statusCode() != 200) {
      stream.close();
      throw new AssertionError("the feed answered " + response.statusCode());
    }
    Thread.ofVirtual().name("feed").start(stream::read);
    stream.await("the first frame", _ -> true);
    return stream;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      @Nullable String id = null;
      String event = "message";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            frames.add(new Frame(id, event, Json.read(data.toString())));
          }
          id = null;
          event = "message";
          data.setLength(0);
        } else if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id:")) {
          id = value(line);
        } else if (line.startsWith("event:")) {
          event = value(line);
        } else if (line.startsWith("data:")) {
          data.append(data.isEmpty() ? "" : "\n").append(value(line));
        }
      }
    } catch (IOException closed) {
      // By the test or by Beep; what is missing then, the test says.
    } finally {
      ended = true;
    }
  }

  private static String value(String line) {
    String value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }

  public HttpHeaders headers() {
    return headers;
  }

  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /** What happened, without what the feed says of itself and without signals. */
  public List<Frame> events() {
    return frames.stream().filter(f -> f.id() != null && !f.event().startsWith("feed.")).toList();
  }

  public Stream<String> contents() {
    return frames.stream().filter(frame -> frame.is("message.sent")).map(Frame::content);
  }

  public List<String> comments() {
    return List.copyOf(comments);
  }

  public boolean hasEnded() {
    return ended;
  }

  public Frame await(String what, Predicate<Frame> wanted) {
    Optional<Frame> found =
        Awaitility.await(what)
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(OFTEN)
            .until(() -> frames.stream().filter(wanted).findFirst(), Optional::isPresent);
    return found.orElseThrow();
  }

  public Frame await(String type) {
    return await(type, frame -> frame.is(type));
  }

  public Frame awaitMessage(String content) {
    return await(
        "the message " + content,
        frame -> frame.is("message.sent") && frame.content().equals(content));
  }

  /** With it everything that stands before it has arrived. */
  public Frame awaitPosition(long position) {
    return await(
        "position " + position, frame -> frame.id() != null && frame.position() >= position);
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
