package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One identity and two gateways, as three nodes have them: they share PostgreSQL and nothing in
 * memory. What is revoked through one gateway is refused by both.
 */
final class RevocationAcrossNodesTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir static Path web;

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before each
  private SharedNodes nodes;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI here;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI there;

  @BeforeEach
  void start() {
    nodes = new SharedNodes(web, _ -> List.of());
    here = nodes.gateway();
    there = nodes.gateway();
    nodes.person("ada");
  }

  @AfterEach
  void end() throws Exception {
    http.shutdownNow();
    nodes.close();
  }

  private int status(URI gateway, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/no-such-address"))
            .header("Authorization", "Bearer " + token)
            .build();
    return send(request, BodyHandlers.discarding()).statusCode();
  }

  private void revoke(URI gateway, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/oauth2/revoke"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "client_id=beep-web&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    assertThat(send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldBeRefusedAtOnceWhereItWasRevokedAndSoonElsewhere() {
    String token = nodes.token("ada");
    String other = nodes.token("ada");
    assertThat(status(here, token)).isEqualTo(404);
    assertThat(status(there, token)).isEqualTo(404);

    revoke(here, token);

    assertThat(status(here, token)).isEqualTo(401);
    await().atMost(SOON).untilAsserted(() -> assertThat(status(there, token)).isEqualTo(401));
    assertThat(status(here, other)).isEqualTo(404);
    assertThat(status(there, other)).isEqualTo(404);
  }

  @Test
  void shouldEndTheFeedOfTheOtherNode() throws IOException {
    String token = nodes.token("ada");
    HttpRequest request =
        HttpRequest.newBuilder(there.resolve("/api/feed"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> stream = send(request, BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);

    revoke(here, token);

    assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
        .contains(": the access token was revoked");
  }

  @Test
  void shouldBeRefusedByANodeThatStartsLater() {
    String token = nodes.token("ada");
    revoke(here, token);

    assertThat(status(nodes.gateway(), token)).isEqualTo(401);
  }

  @Test
  void shouldBeHeardOfAfterTheDatabaseCutEveryone() {
    String token = nodes.token("ada");
    assertThat(status(there, token)).isEqualTo(404);
    nodes
        .database()
        .execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'beep-revocations'");

    revoke(here, token);

    await().atMost(SOON).untilAsserted(() -> assertThat(status(there, token)).isEqualTo(401));
  }
}
