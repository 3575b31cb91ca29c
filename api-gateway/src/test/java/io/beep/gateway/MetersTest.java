package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersTest {

  private static final String ROUTE = "/api/channels/{channelId}/messages";

  @TempDir static Path web;

  private final GatewayNode node = new GatewayNode(web);
  private final UserId alice = new UserId(node.ids().next());

  @AfterEach
  void stop() {
    node.close();
  }

  private Reply send() {
    return node.send(
        "POST", "/api/channels/" + UUID.randomUUID() + "/messages", alice, "{\"content\":\"hi\"}");
  }

  private double problems(String code) {
    return node.meters().get("beep.problems").tag("code", code).counter().count();
  }

  @Test
  void shouldTimeRequestsByRouteAndNotByAddress() {
    node.behind().handle(SendMessage.class, _ -> new MessageId(node.ids().next()));
    send();
    send();

    await().untilAsserted(() -> assertThat(answered("POST " + ROUTE + " 201")).isEqualTo(2));
  }

  @Test
  void shouldPutWhatIsNoAddressIntoOneRoute() {
    node.send(node.anonymous("/api/" + UUID.randomUUID()));
    node.send(node.anonymous("/" + UUID.randomUUID()));
    node.send(node.anonymous("/api/me").method("BREW", BodyPublishers.noBody()));

    await()
        .untilAsserted(
            () -> {
              assertThat(answered("GET /api 404")).isEqualTo(1);
              assertThat(answered("GET / 404")).isEqualTo(1);
              assertThat(answered("other none 400")).isEqualTo(1);
            });
  }

  /** A request is counted when it has ended, which its client may know before. */
  private long answered(String what) {
    return node.meters().find("beep.http.request.duration").timers().stream()
        .filter(timer -> what.equals(labels(timer)))
        .mapToLong(Timer::count)
        .sum();
  }

  private static String labels(Timer timer) {
    return Stream.of("method", "route", "status")
        .map(label -> String.valueOf(timer.getId().getTag(label)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void shouldCountProblemsByCode() {
    node.behind().refuse(SendMessage.class, new CommonError.NotFound("channel"));
    send();
    node.send(node.anonymous("/api/me"));

    assertThat(problems("channel.not-found")).isEqualTo(1);
    assertThat(problems("token.missing")).isEqualTo(1);
  }

  @Test
  void shouldCountRefusalsOfEachLimit() {
    node.behind().handle(SendMessage.class, _ -> new MessageId(node.ids().next()));
    Reply reply = send();
    for (int i = 0; i < 100 && reply.status() != 429; i++) {
      reply = send();
    }

    assertThat(reply.status()).isEqualTo(429);
    assertThat(limit("send")).isEqualTo(1);
    assertThat(limit("search")).isZero();
  }

  private double limit(String name) {
    return node.meters().get("beep.rate.limit.refusals").tag("limit", name).counter().count();
  }
}
