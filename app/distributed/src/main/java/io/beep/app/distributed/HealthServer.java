package io.beep.app.distributed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Answers, on a port that no user reaches, {@code /health/live}: 200 while the process can answer,
 * and {@code /health/ready}: 200 while it can work, else 503.
 */
public final class HealthServer implements AutoCloseable {

  static final String PORT = "BEEP_HEALTH_PORT";
  private static final int USUAL_PORT = 8090;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("health-", 0).factory());

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param ready is asked at each call and may not block for long
   */
  public static HealthServer start(Settings settings, BooleanSupplier ready) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(settings.port(PORT, USUAL_PORT)), BACKLOG);
    HealthServer server = new HealthServer(http);
    http.createContext("/health/live", exchange -> answer(exchange, true));
    http.createContext("/health/ready", exchange -> answer(exchange, ready.getAsBoolean()));
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, boolean well) throws IOException {
    try (exchange) {
      byte[] body = (well ? "ok\n" : "not ready\n").getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(well ? OK : UNAVAILABLE, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
