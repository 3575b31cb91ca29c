package io.beep.loadtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * As much of the API as a bench needs, with a fault of choice. Messages get the positions 0, 1, …
 */
final class TinyBeep implements AutoCloseable {

  /** What goes wrong, once, with the message that has the position {@link #WHERE}. */
  enum Fault {
    NONE,
    LOSES_ONE,
    DOUBLES_ONE,
    SWAPS_TWO,
    CUTS_STREAMS,
    STALLS,
    LIMITS_SIGN_UPS
  }

  static final int WHERE = 20;
  static final long STALL_MILLIS = 700;

  private final Fault fault;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> contents = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  final AtomicInteger streams = new AtomicInteger();

  TinyBeep(Fault fault) throws IOException {
    this.fault = fault;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (path) {
      case "/api/registrations" ->
          answer(exchange, fault == Fault.LIMITS_SIGN_UPS ? 429 : 201, "{\"userId\":\"u\"}");
      case "/identity/csrf" ->
          answer(exchange, 200, "{\"headerName\":\"X-CSRF-TOKEN\",\"token\":\"c\"}");
      case "/login" -> signIn(exchange, body);
      case "/oauth2/authorize" -> authorize(exchange);
      case "/oauth2/token" ->
          answer(exchange, 200, "{\"access_token\":\"token\",\"expires_in\":300}");
      case "/api/servers" ->
          answer(
              exchange,
              201,
              "{\"id\":\"s\",\"position\":0,\"channels\":["
                  + "{\"id\":\"v\",\"name\":\"lounge\",\"type\":\"voice\"},"
                  + "{\"id\":\"c\",\"name\":\"general\",\"type\":\"text\"}]}");
      case "/api/servers/s/members/me" -> answer(exchange, 200, "{\"id\":\"m\",\"position\":1}");
      case "/api/channels/c/messages" -> send(exchange, body);
      case "/api/feed" -> feed(exchange);
      default -> answer(exchange, 404, "{}");
    }
  }

  private static void signIn(HttpExchange exchange, String body) throws IOException {
    boolean right =
        "c".equals(exchange.getRequestHeaders().getFirst("X-CSRF-TOKEN"))
            && body.contains("email=")
            && body.contains("password=");
    exchange.getResponseHeaders().add("Set-Cookie", "beep=session; Path=/; HttpOnly; Secure");
    answer(exchange, right ? 200 : 403, "{}");
  }

  private static void authorize(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    boolean right =
        "beep=session".equals(exchange.getRequestHeaders().getFirst("Cookie"))
            && query.contains("code_challenge_method=S256");
    String state = query.replaceAll(".*state=([^&]*).*", "$1");
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            right ? "/callback?code=code&state=" + state : "/callback?error=login_required");
    answer(exchange, 302, "");
  }

  private void send(HttpExchange exchange, String body) throws IOException {
    JsonNode json = BeepHttp.JSON.readTree(body);
    int position;
    synchronized (contents) {
      contents.add(json.path("content").stringValue());
      position = contents.size() - 1;
      contents.notifyAll();
    }
    if (fault == Fault.STALLS && position == WHERE) {
      pause();
    }
    answer(exchange, 201, "{\"id\":\"x\",\"position\":" + position + "}");
  }

  private void feed(HttpExchange exchange) throws IOException {
    streams.incrementAndGet();
    String after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    int next = after == null ? 0 : Integer.parseInt(after) + 1;
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      while (isBehind(next)) {
        if (fault == Fault.CUTS_STREAMS && next == WHERE && after == null) {
          return;
        }
        next = deliver(out, next);
        out.flush();
      }
    }
  }

  /** Waits for the message; false when this ends. */
  private boolean isBehind(int position) {
    synchronized (contents) {
      // One more than needed, so that there are two to swap.
      int needed = fault == Fault.SWAPS_TWO && position == WHERE ? position + 2 : position + 1;
      while (contents.size() < needed && !closed.get()) {
        try {
          contents.wait();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return !closed.get();
  }

  private int deliver(OutputStream out, int position) throws IOException {
    if (position != WHERE) {
      out.write(frame(position));
      return position + 1;
    }
    switch (fault) {
      case LOSES_ONE -> {}
      case DOUBLES_ONE -> {
        out.write(frame(position));
        out.write(frame(position));
      }
      case SWAPS_TWO -> {
        out.write(frame(position + 1));
        out.write(frame(position));
        return position + 2;
      }
      case NONE, CUTS_STREAMS, STALLS, LIMITS_SIGN_UPS -> out.write(frame(position));
    }
    return position + 1;
  }

  private byte[] frame(int position) {
    String content;
    synchronized (contents) {
      content = contents.get(position);
    }
    String data =
        BeepHttp.JSON.writeValueAsString(
            Map.of("type", "message.sent", "position", position, "content", content));
    return ("id: " + position + "\nevent: message.sent\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The fault itself is a pause, so here a sleep is what is meant. */
  private static void pause() {
    try {
      Thread.sleep(STALL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.set(true);
    synchronized (contents) {
      contents.notifyAll();
    }
    server.stop(0);
    threads.close();
  }
}
