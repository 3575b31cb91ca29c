package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.gateway.fixture.GatewayNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that browsers keep and use again. */
class KeepAliveTest {

  /** As many as a browser opens to one origin. */
  private static final int CONNECTIONS = 6;

  /** A server that forgot to read on once in 300 requests would show in nearly every run. */
  private static final int REQUESTS_EACH = 800;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir Path web;

  @Nested
  class WhenAConnectionIsUsedAgainAtOnce {

    @Test
    void shouldAnswerEveryRequest() throws Exception {
      Files.writeString(web.resolve("index.html"), "<!doctype html><title>Beep</title>");
      try (GatewayNode node = new GatewayNode(web, "--logging.level.io.beep.access=WARN");
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        HttpRequest page =
            HttpRequest.newBuilder(node.uri("/"))
                .header("Accept", "text/html")
                .timeout(LIMIT)
                .build();

        List<Future<Integer>> browsers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
          browsers.add(threads.submit(() -> answered(page)));
        }

        for (Future<Integer> browser : browsers) {
          assertThat(browser.get()).isEqualTo(REQUESTS_EACH);
        }
      }
    }
  }

  /** One request after the other, on the one connection of a client of its own. */
  private static int answered(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      int answered = 0;
      for (int i = 0; i < REQUESTS_EACH; i++) {
        if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
          answered++;
        }
      }
      return answered;
    }
  }
}
