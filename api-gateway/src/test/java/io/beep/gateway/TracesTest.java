package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserRegistered;
import io.beep.gateway.fixture.GatewayNode;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String BROWSER_SPAN = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + TRACE + "-" + BROWSER_SPAN + "-01";

  @TempDir static Path web;

  private static void send(GatewayNode node, String traceParent) {
    var request =
        node.request(
                "/api/channels/" + UUID.randomUUID() + "/messages", new UserId(node.ids().next()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"content\":\"hi\"}"));
    if (!traceParent.isEmpty()) {
      request.header("traceparent", traceParent);
    }
    assertThat(node.send(request).status()).isEqualTo(201);
  }

  private static GatewayNode answering(GatewayNode node) {
    node.behind().handle(SendMessage.class, _ -> new MessageId(node.ids().next()));
    return node;
  }

  private static String borne(GatewayNode node) {
    Object borne =
        node.behind().commandsSeen().getLast().getMetaData().get(MessageKeys.TRACE_PARENT);
    return borne == null ? "" : borne.toString();
  }

  @Nested
  class WhereTheyAreCollected {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final GatewayNode node =
        answering(
            new GatewayNode(
                OpenTelemetrySdk.builder()
                    .setTracerProvider(
                        SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build())
                    .build(),
                web));

    @AfterEach
    void stop() {
      node.close();
    }

    private SpanData only(String name) {
      await().until(() -> spans.getFinishedSpanItems().stream().anyMatch(one -> is(one, name)));
      return spans.getFinishedSpanItems().stream()
          .filter(one -> is(one, name))
          .reduce((_, _) -> null)
          .orElseThrow();
    }

    private static boolean is(SpanData span, String name) {
      return span.getName().equals(name);
    }

    @Test
    void shouldJoinTheTraceOfTheBrowserAndHaveTheCommandJoinIt() {
      send(node, PARENT);

      SpanData request = only("POST /api/channels/{channelId}/messages");
      assertThat(request.getTraceId()).isEqualTo(TRACE);
      assertThat(request.getParentSpanId()).isEqualTo(BROWSER_SPAN);
      assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
      assertThat(request.getAttributes().asMap().toString())
          .contains("http.response.status_code=201");
      assertThat(borne(node)).isEqualTo("00-" + TRACE + "-" + request.getSpanId() + "-01");
    }

    @Test
    void shouldBeginATraceWhereTheBrowserHasNone() {
      send(node, "");

      SpanData request = only("POST /api/channels/{channelId}/messages");
      assertThat(request.getParentSpanContext().isValid()).isFalse();
      assertThat(borne(node)).contains(request.getTraceId(), request.getSpanId());
    }

    @Test
    void shouldHaveQueriesJoinIt() {
      node.behind().refuseQuery(GetServer.class, ServerView.class, new CommonError.NotFound("x"));
      node.send(
          node.request("/api/servers/" + UUID.randomUUID(), new UserId(node.ids().next()))
              .header("traceparent", PARENT)
              .GET());

      assertThat(only("GET /api/servers/{serverId}").getTraceId()).isEqualTo(TRACE);
    }

    @Test
    void shouldNotBelieveWhatIsNoTrace() {
      send(node, "00-zzz-nonsense");

      assertThat(only("POST /api/channels/{channelId}/messages").getParentSpanContext().isValid())
          .isFalse();
    }

    @Test
    void shouldEndInTheFeed() {
      node.behind()
          .events()
          .publish(
              GenericEventMessage.asEventMessage(
                      new UserRegistered(new UserId(node.ids().next()), "ada", "Ada", "Lovelace"))
                  .withMetaData(Map.of(MessageKeys.TRACE_PARENT, PARENT)));

      SpanData feed = only("feed UserRegistered");
      assertThat(feed.getTraceId()).isEqualTo(TRACE);
      assertThat(feed.getParentSpanId()).isEqualTo(BROWSER_SPAN);
    }
  }

  @Nested
  class WhereTheyAreNotCollected {

    private final GatewayNode node = answering(new GatewayNode(web));

    @AfterEach
    void stop() {
      node.close();
    }

    @Test
    void shouldPassOnTheTraceOfTheBrowser() {
      send(node, PARENT);

      assertThat(borne(node)).isEqualTo(PARENT);
    }

    @Test
    void shouldBeginNone() {
      send(node, "");

      assertThat(borne(node)).isEmpty();
      assertThat(List.copyOf(node.behind().commandsSeen().getLast().getMetaData().keySet()))
          .doesNotContain(MessageKeys.TRACE_PARENT);
    }
  }
}
