package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.standalone.SpanCollector.CollectedSpan;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the whole product tells those who watch it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedBeepIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String BROWSER = "00f067aa0ba902b7";

  @SuppressWarnings("NullAway.Init") // set before all
  private SpanCollector collector;

  @SuppressWarnings("NullAway.Init") // set before all
  private BeepJvm beep;

  private String token = "";
  private String messages = "";

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    collector = SpanCollector.start();
    beep = BeepJvm.start(data, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()));
    beep.post(
        "/registrations",
        null,
        Map.of(
            "firstName", "Ada",
            "lastName", "Lovelace",
            "username", "ada",
            "email", "ada@example.org",
            "password", "seven quiet otters"));
    token = beep.token("ada").strip();
    JsonNode server =
        beep.post("/servers", token, Map.of("name", "Engines", "visibility", "public"));
    messages = "/channels/" + server.at("/channels/0/id").asString() + "/messages";
  }

  @AfterAll
  void end() {
    beep.close();
    collector.close();
  }

  private void say(String traceparent) {
    HttpResponse<String> answer =
        beep.answer(
            beep.api(messages, token)
                .header("Content-Type", "application/json")
                .header("traceparent", traceparent)
                .POST(BodyPublishers.ofString("{\"content\":\"followed\"}")));
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  private static CollectedSpan named(List<CollectedSpan> spans, String name) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .reduce(
            (one, other) -> {
              throw new AssertionError("twice: " + one + " and " + other);
            })
        .orElseThrow(() -> new AssertionError("no " + name + " in " + spans));
  }

  @Test
  void shouldLeadFromTheBrowserToTheFeedInOneTrace() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    // The browser keeps no traces itself, which decides nothing here.
    say("00-" + trace + "-" + BROWSER + "-00");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(collector.of(trace))
                    .extracting(CollectedSpan::name)
                    .contains(
                        "POST /api/channels/{channelId}/messages",
                        "command SendMessage",
                        "timeline MessageSent",
                        "search MessageSent",
                        "feed MessageSent"));
    List<CollectedSpan> spans = collector.of(trace);
    CollectedSpan request = named(spans, "POST /api/channels/{channelId}/messages");
    CollectedSpan command = named(spans, "command SendMessage");
    assertThat(request.parent()).isEqualTo(BROWSER);
    assertThat(command.parent()).isEqualTo(request.id());
    for (String reader : List.of("timeline", "search", "feed")) {
      assertThat(named(spans, reader + " MessageSent").parent()).isEqualTo(command.id());
    }
  }

  @Test
  void shouldNotMixTwoTraces() {
    String first = "00000000000000000000000000000a01";
    String second = "00000000000000000000000000000b02";

    say("00-" + first + "-" + BROWSER + "-01");
    say("00-" + second + "-" + BROWSER + "-01");

    for (String trace : List.of(first, second)) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(collector.of(trace))
                      .extracting(CollectedSpan::name)
                      .contains("feed MessageSent"));
      assertThat(named(collector.of(trace), "command SendMessage").trace()).isEqualTo(trace);
    }
  }

  private HttpResponse<String> readiness() {
    return beep.answer(beep.api("/health/ready", null).GET());
  }

  @Test
  void shouldNotBeReadyWhileAProjectionStandsStill() throws IOException {
    await().atMost(SOON).until(() -> readiness().statusCode() == 200);
    JdbcTemplate database = new JdbcTemplate(beep.database());

    // As when another process had taken its segment and never gave it back.
    database.update(
        "update read_model.token_entry set owner = 'somebody else',"
            + " time_stamp = '2999-01-01T00:00:00Z' where processor_name = 'timeline'");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              HttpResponse<String> seen = readiness();
              assertThat(seen.statusCode()).isEqualTo(503);
              assertThat(seen.headers().firstValue("Retry-After")).isPresent();
              assertThat(seen.body()).contains("projection-timeline", "stands still");
            });
    assertThat(beep.answer(beep.api("/health/live", null).GET()).statusCode()).isEqualTo(200);

    database.update(
        "update read_model.token_entry set owner = null where processor_name = 'timeline'");

    await().atMost(SOON).until(() -> readiness().statusCode() == 200);
  }
}
