package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What is written down of a request, and what never is. */
class AccessLogTest {

  private static final String[] FIELDS = {
    "requestId",
    "userId",
    "traceId",
    "client",
    "method",
    "path",
    "route",
    "status",
    "millis",
    "bytes",
    "agent"
  };

  /** Everything that was logged, from any thread. */
  private static final class Log extends AppenderBase<ILoggingEvent> {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }

    List<ILoggingEvent> of(String logger) {
      return events.stream().filter(event -> event.getLoggerName().equals(logger)).toList();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (ILoggingEvent event : events) {
        text.append(event.getFormattedMessage()).append(' ').append(fields(event)).append('\n');
      }
      return text.toString();
    }
  }

  @TempDir static Path web;

  private final Log log = new Log();
  private GatewayNode node;
  private UserId alice;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--logging.level.io.beep=DEBUG");
    alice = new UserId(node.ids().next());
    // Beep sets its log up when it starts.
    Logger root = root();
    log.setContext(root.getLoggerContext());
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root().detachAppender(log);
    node.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger("io.beep");
  }

  private static Map<String, @Nullable Object> fields(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    for (KeyValuePair pair : pairs(event)) {
      fields.put(pair.key, pair.value);
    }
    return fields;
  }

  private static List<KeyValuePair> pairs(ILoggingEvent event) {
    return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
  }

  /** The one line of the one request. */
  private ILoggingEvent access() {
    return await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> log.of("io.beep.access"), lines -> lines.size() == 1)
        .getFirst();
  }

  @Test
  void shouldTellWhoAskedForWhatAndHowItWent() {
    Reply reply =
        node.send(
            node.request("/api/me?atLeast=12345", alice)
                .header("User-Agent", "otter/1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .GET());

    ILoggingEvent line = access();
    assertThat(pairs(line)).extracting(pair -> pair.key).containsExactly(FIELDS);
    assertThat(fields(line))
        .containsEntry("requestId", reply.header("X-Request-Id"))
        .containsEntry("userId", alice.value().toString())
        .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
        .containsEntry("client", "127.0.0.1")
        .containsEntry("method", "GET")
        .containsEntry("path", "/api/me")
        .containsEntry("route", "/api/me")
        .containsEntry("status", reply.status())
        .containsEntry("agent", "otter/1");
    assertThat(fields(line).get("millis")).isInstanceOf(Long.class);
    assertThat(log.text()).doesNotContain("12345");
  }

  @Test
  void shouldTellNoQueryAndNoToken() {
    String token = node.identity().token(alice);

    node.send(
        node.anonymous("/api/search/messages?q=heart+attack&token=" + token)
            .header("Authorization", "Bearer " + token)
            .GET());

    assertThat(fields(access())).containsEntry("path", "/api/search/messages");
    assertThat(log.text())
        .doesNotContain("heart", "attack", "Bearer", token, token.substring(0, 20));
  }

  @Test
  void shouldTellNothingOfWhatASignUpHolds() {
    node.send(
        node.anonymous("/api/registrations")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"firstName\":\"Zebulon\",\"lastName\":\"Quux\",\"username\":\"zeb\","
                        + "\"email\":\"zeb@example.org\",\"password\":\"seven quiet otters\"}")));

    assertThat(fields(access())).containsEntry("status", 201).containsEntry("userId", null);
    assertThat(log.text())
        .doesNotContain("zeb@example.org", "example.org", "seven quiet otters", "Zebulon", "Quux");
  }

  @Test
  void shouldTellOfAFaultWithTheIdThatTheClientGot() {
    node.behind()
        .handle(
            DeleteMessage.class,
            _ -> {
              throw new IllegalStateException("broken");
            });

    Reply reply = node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    assertThat(reply.status()).isEqualTo(500);
    assertThat(fields(access())).containsEntry("status", 500);
    assertThat(log.of("io.beep.gateway.shared.http.ProblemHandler"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(pairs(error))
                  .extracting(pair -> pair.key)
                  .containsExactly("requestId", "userId", "traceId", "route");
              assertThat(fields(error))
                  .containsEntry("requestId", reply.header("X-Request-Id"))
                  .containsEntry("userId", alice.value().toString())
                  .containsEntry("route", "/api/messages/{messageId}");
            });
  }
}
