package io.beep.acceptance.endurance;

import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Json;
import io.beep.acceptance.shared.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows the feed over cuts and restarts, and goes on from the last frame that came whole. It may
 * cut the line itself, at any byte.
 */
final class Listener implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  /** A frame that came whole. */
  record Frame(long position, String type, JsonNode data) {}

  private final Person person;
  private final @Nullable RandomGenerator random;
  private final int bytesBetweenCuts;
  private final Consumer<Frame> client;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Frame> frames = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Thread thread;

  /** Held by whoever decides whether the line is open; fair, so that nobody waits for ever. */
  private final Semaphore line = new Semaphore(1, true);

  private final AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
  private long last;
  private int cuts;
  private int resets;
  private volatile boolean ending;

  private Listener(
      Person person,
      long after,
      @Nullable RandomGenerator random,
      int bytes,
      Consumer<Frame> client) {
    this.person = person;
    this.client = client;
    this.last = after;
    this.random = random;
    this.bytesBetweenCuts = bytes;
    this.thread = Thread.ofVirtual().name("listener").start(this::follow);
  }

  static Listener after(Person person, long position) {
    return new Listener(person, position, null, 0, _ -> {});
  }

  /**
   * One that cuts its line again and again, after so many bytes on the average.
   *
   * @param client takes each frame as it comes, {@code feed.reset} included
   */
  static Listener cutting(
      Person person, long position, RandomGenerator random, int bytes, Consumer<Frame> client) {
    return new Listener(person, position, random, bytes, client);
  }

  /** Is cut off, and comes back only when this has been done. */
  void whileAway(Runnable act) {
    try {
      while (!line.tryAcquire(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
        InputStream held = open.get();
        if (held != null) {
          held.close();
        }
      }
      try {
        act.run();
      } finally {
        line.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void follow() {
    while (!ending) {
      line.acquireUninterruptibly();
      try {
        HttpResponse<InputStream> response = http.send(request(), body -> stream(body));
        try (InputStream in = response.body()) {
          open.set(in);
          if (response.statusCode() == 200) {
            read(in);
          } else if (response.statusCode() < 500) {
            throw new AssertionError("the feed answered " + response.statusCode());
          }
        }
      } catch (IOException cut) {
        // Goes on below.
      } catch (InterruptedException e) {
        return;
      } finally {
        open.set(null);
        line.release();
      }
      if (!ending && random == null) {
        Moments.pass(BETWEEN_TRIES);
      }
    }
  }

  private static HttpResponse.BodySubscriber<InputStream> stream(HttpResponse.ResponseInfo info) {
    return HttpResponse.BodySubscribers.ofInputStream();
  }

  private synchronized HttpRequest request() {
    return HttpRequest.newBuilder(person.beep().at("/api/feed"))
        .timeout(ANSWER)
        .header("Accept", "text/event-stream")
        .header("Authorization", "Bearer " + person.token())
        .header("Last-Event-ID", Long.toString(last))
        .build();
  }

  /** Byte by byte, so that a cut can be anywhere; what is not whole is thrown away. */
  private void read(InputStream in) throws IOException {
    long left = random == null ? Long.MAX_VALUE : random.nextInt(1, 2 * bytesBetweenCuts);
    StringBuilder frame = new StringBuilder();
    byte[] buffer = new byte[8_192];
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    while (!ending) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      for (int i = 0; i < count; i++) {
        if (buffer[i] != '\n') {
          line.write(buffer[i]);
          continue;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
          take(frame.toString());
          frame.setLength(0);
        } else {
          frame.append(text).append('\n');
        }
      }
      left -= count;
      if (left <= 0) {
        synchronized (this) {
          cuts++;
        }
        return;
      }
    }
  }

  private void take(String text) {
    @Nullable Long id = null;
    String type = "";
    String data = "";
    for (String line : text.split("\n")) {
      if (line.startsWith("id: ")) {
        id = Long.valueOf(line.substring(4));
      } else if (line.startsWith("event: ")) {
        type = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
    if (id != null && !data.isEmpty()) {
      take(new Frame(id, type, Json.read(data)));
    }
  }

  private void take(Frame frame) {
    boolean isReset = frame.type().equals("feed.reset");
    boolean isEvent = !frame.type().startsWith("feed.");
    if (isReset || isEvent) {
      try {
        client.accept(frame);
      } catch (RuntimeException | AssertionError wrong) {
        synchronized (this) {
          faults.add("at " + frame + " the client failed: " + wrong);
        }
      }
    }
    synchronized (this) {
      if (isReset) {
        resets++;
      }
      if (isEvent) {
        if (frame.position() <= last) {
          faults.add(frame.type() + " of " + frame.position() + " came after " + last);
        }
        frames.add(frame);
      }
      last = Math.max(last, frame.position());
    }
  }

  /** What came, in order, once everything up to this position must have. */
  synchronized List<Frame> frames() {
    return List.copyOf(frames);
  }

  /** Frames that came late or twice. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized int cuts() {
    return cuts;
  }

  /** How often it was told to begin anew, after which frames may be missing. */
  synchronized int resets() {
    return resets;
  }

  synchronized long last() {
    return last;
  }

  Listener awaitPosition(long position) {
    await("position " + position).atMost(ARRIVAL).until(() -> last() >= position);
    return this;
  }

  @Override
  public void close() {
    ending = true;
    http.shutdownNow();
    try {
      thread.join(ARRIVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
