package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import io.beep.gateway.shared.health.HealthView;
import io.beep.gateway.shared.health.HealthView.PartView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  private static final Instant SINCE = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir static Path web;

  private static GatewayNode node;

  @BeforeAll
  static void start() {
    node = new GatewayNode(web);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Reply ready() {
    return node.send(node.anonymous("/api/health/ready"));
  }

  private static HealthView view(String status, boolean ready, PartView search) {
    return new HealthView(status, ready, SINCE, Map.of("search", search));
  }

  @Test
  void shouldSayToAnyoneThatItAnswers() {
    node.health(view("unavailable", false, new PartView("down", true, SINCE, "does not answer")));

    Reply live = node.send(node.anonymous("/api/health/live"));

    assertThat(live.status()).isEqualTo(200);
    assertThat(live.json().path("status").asString()).isEqualTo("live");
    assertThat(live.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void shouldSayWhatItLacksAndSinceWhen() {
    node.health(view("degraded", true, new PartView("down", false, SINCE, "does not answer")));

    Reply ready = ready();

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("status").asString()).isEqualTo("degraded");
    assertThat(ready.json().at("/parts/search/status").asString()).isEqualTo("down");
    assertThat(ready.json().at("/parts/search/required").asBoolean()).isFalse();
    assertThat(ready.json().at("/parts/search/since").asString()).isEqualTo(SINCE.toString());
    assertThat(ready.json().at("/parts/search/detail").asString()).isEqualTo("does not answer");
  }

  @Test
  void shouldSendClientsAwayUntilItIsReady() {
    node.health(view("starting", false, new PartView("down", true, SINCE, "12 events behind")));

    Reply ready = ready();

    assertThat(ready.status()).isEqualTo(503);
    assertThat(Integer.parseInt(ready.header("Retry-After"))).isPositive();
    assertThat(ready.json().path("ready").asBoolean()).isFalse();
    assertThat(ready.json().at("/parts/search/detail").asString()).isEqualTo("12 events behind");
  }

  @Test
  void shouldLeaveOutTheDetailOfWhatWorks() {
    node.health(view("ready", true, new PartView("up", false, SINCE, null)));

    assertThat(ready().json().path("parts").path("search").has("detail")).isFalse();
  }
}
