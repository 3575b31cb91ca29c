package io.beep.app.operations.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beep.app.operations.health.HealthMonitor;
import io.beep.app.operations.metrics.NodeMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /metrics} for Prometheus, and {@code /health/live} and {@code /health/ready} for
 * nodes that serve nothing else. It asks for no token: whoever opens the address must see to it
 * that only machines of the operator reach it.
 */
public final class ManagementServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

  /** Some scrapers at once are plenty, and each takes the memory of one answer. */
  private static final int AT_ONCE = 4;

  private static final int BACKLOG = 16;
  private static final int EXPECTED_BYTES = 256 * 1024;

  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final NodeMetrics metrics;
  private final HealthMonitor health;
  private final Semaphore scrapes = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("management-", 0).factory());

  private ManagementServer(HttpServer server, NodeMetrics metrics, HealthMonitor health) {
    this.server = server;
    this.metrics = metrics;
    this.health = health;
  }

  /**
   * @param address port 0 for any free one
   * @throws java.net.BindException when it is taken
   */
  public static ManagementServer start(
      InetSocketAddress address, NodeMetrics metrics, HealthMonitor health) throws IOException {
    HttpServer http = HttpServer.create(address, BACKLOG);
    ManagementServer server = new ManagementServer(http, metrics, health);
    http.createContext("/metrics", exchange -> server.serve(exchange, "/metrics", server::metrics));
    http.createContext(
        "/health/live",
        exchange ->
            server.serve(exchange, "/health/live", one -> answer(one, 200, TEXT, "live\n")));
    http.createContext(
        "/health/ready", exchange -> server.serve(exchange, "/health/ready", server::ready));
    http.setExecutor(server.threads);
    http.start();
    LOG.info("metrics are served at http://{}:{}/metrics", address.getHostString(), server.port());
    return server;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  /** The server of the JDK takes what begins with a path for the path. */
  private void serve(HttpExchange exchange, String path, Answering answering) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(path)) {
        answer(exchange, 404, TEXT, "There is nothing here.\n");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, 405, TEXT, "This is only read.\n");
      } else {
        answering.to(exchange);
      }
    } catch (RuntimeException e) {
      LOG.error("{} could not be answered", path, e);
      throw e;
    }
  }

  private void metrics(HttpExchange exchange) throws IOException {
    if (!scrapes.tryAcquire()) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, 503, TEXT, "Others are asking already.\n");
      return;
    }
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream(EXPECTED_BYTES);
      metrics.scrape(all);
      answer(exchange, 200, NodeMetrics.CONTENT_TYPE, all.toByteArray());
    } finally {
      scrapes.release();
    }
  }

  private void ready(HttpExchange exchange) throws IOException {
    boolean ready = health.health().isReady();
    String missing = String.join(", ", health.health().missing());
    answer(
        exchange,
        ready ? 200 : 503,
        TEXT,
        (ready ? "ready" : "not ready") + (missing.isEmpty() ? "" : ", without " + missing) + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    answer(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
