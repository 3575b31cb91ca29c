package io.beep.gateway;

import static io.beep.gateway.fixture.Limited.requireLimited;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

  @TempDir static Path web;

  private static final String CHANNEL = "/api/channels/" + UUID.randomUUID() + "/messages";

  private static GatewayNode node(String... properties) {
    GatewayNode node = new GatewayNode(web, properties);
    node.behind().handle(SendMessage.class, _ -> new MessageId(node.ids().next()));
    return node;
  }

  private static Reply send(GatewayNode node, UserId user) {
    return node.send("POST", CHANNEL, user, "{\"content\":\"hi\"}");
  }

  @Test
  void shouldTellHowMuchIsLeftAndWhenItIsTooMuch() {
    try (GatewayNode node = node()) {
      UserId alice = new UserId(node.ids().next());
      Reply first = send(node, alice);

      assertThat(first.status()).isEqualTo(201);
      assertThat(first.header("X-RateLimit-Limit")).isEqualTo("30");
      assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("29");
      assertThat(first.header("X-RateLimit-Bucket")).isEqualTo("send");
      assertThat(Double.parseDouble(first.header("X-RateLimit-Reset-After"))).isBetween(0.0, 10.0);
      assertThat(Double.parseDouble(first.header("X-RateLimit-Reset")))
          .isGreaterThan(System.currentTimeMillis() / 1000.0 - 10);

      Reply reply = first;
      for (int i = 0; i < 100 && reply.status() == 201; i++) {
        reply = send(node, alice);
      }
      requireLimited(reply, "limit.reached", "send", 30);
      assertThat(send(node, new UserId(node.ids().next())).status()).isEqualTo(201);
    }
  }

  @Test
  void shouldCountSignUpsByAddress() {
    try (GatewayNode node = node()) {
      Reply reply = signUp(node, "1.1.1.1");
      for (int i = 0; i < 40 && reply.status() == 201; i++) {
        reply = signUp(node, "10.0.0." + i);
      }

      requireLimited(reply, "limit.reached", "sign-up", 30);
      assertThat(node.registered()).hasSize(30);
    }
  }

  @Test
  void shouldBelieveProxyThatTheOperatorNamed() {
    try (GatewayNode node = node("--beep.trusted-proxies=127.0.0.1")) {
      for (int i = 0; i < 40; i++) {
        assertThat(signUp(node, "9.9.9.9, 10.0.0." + i).status()).isEqualTo(201);
      }
    }
  }

  @Test
  void shouldTellOfLimitsOfTheDomainWhenThoseOfTheEdgeAreSwitchedOff() {
    try (GatewayNode node = node("--beep.limits=off")) {
      node.behind().refuse(SendMessage.class, new MessageError.SlowMode(9));

      requireLimited(
          send(node, new UserId(node.ids().next())), "message.slow-mode", "message.slow-mode", 1);
    }
  }

  @Test
  void shouldLimitNothingWhenSwitchedOff() {
    try (GatewayNode node = node("--beep.limits=off")) {
      UserId alice = new UserId(node.ids().next());
      for (int i = 0; i < 50; i++) {
        Reply reply = send(node, alice);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("X-RateLimit-Limit")).isEmpty();
      }
    }
  }

  private static Reply signUp(GatewayNode node, String forwardedFor) {
    return node.send(
        node.anonymous("/api/registrations")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", forwardedFor)
            .POST(BodyPublishers.ofString("{}")));
  }
}
