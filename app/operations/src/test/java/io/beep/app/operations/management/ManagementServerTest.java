package io.beep.app.operations.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.operations.health.HealthMonitor;
import io.beep.app.operations.health.Part;
import io.beep.app.operations.metrics.HealthMeters;
import io.beep.app.operations.metrics.NodeMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

  private volatile @Nullable String fault;
  private final NodeMetrics metrics = new NodeMetrics();
  private final HealthMonitor health =
      HealthMonitor.start(List.of(Part.required("event-store", () -> fault)), Clock.systemUTC());
  private final ManagementServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ManagementServerTest() throws IOException {
    HealthMeters.bind(health, metrics.registry());
    server =
        ManagementServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), metrics, health);
  }

  @AfterEach
  void close() {
    server.close();
    health.close();
    metrics.close();
    client.close();
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void shouldServeMetricsToPrometheus() throws Exception {
    HttpResponse<String> scrape = ask("GET", "/metrics");

    assertThat(scrape.statusCode()).isEqualTo(200);
    assertThat(scrape.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(scrape.body()).contains("beep_health_part_up{part=\"event-store\"}");
  }

  @Test
  void shouldTellProbes() throws Exception {
    await().until(() -> health.lookNow().isReady());
    assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200);

    fault = "is full";
    health.lookNow();

    assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
    assertThat(ask("GET", "/health/ready").body()).isEqualTo("not ready, without event-store\n");
    assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/metrics").body())
        .contains("beep_health_ready 0.0")
        .contains("beep_health_part_up{part=\"event-store\"} 0.0");
  }

  @Test
  void shouldServeNothingElse() throws Exception {
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/metrics/all").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
    assertThat(ask("HEAD", "/metrics").body()).isEmpty();
  }
}
