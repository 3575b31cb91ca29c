package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import io.beep.gateway.shared.limit.Limits;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is full says so at once, and does its work again as soon as there is room. */
class OverloadTest {

  @TempDir static Path web;

  private final GatewayNode node = new GatewayNode(web, "--beep.limits=off");
  private final UserId alice = new UserId(node.ids().next());
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    mayEnd.countDown();
    client.close();
    node.close();
  }

  private HttpRequest message() {
    return node.request("/api/channels/" + UUID.randomUUID() + "/messages", alice)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"content\":\"hi\"}"))
        .build();
  }

  private double inFlight() {
    return node.meters().get("beep.calls.in.flight").tag("kind", "commands").gauge().value();
  }

  @Test
  void shouldRefuseAtOnceWhatItCannotCarryOutInTime() {
    node.behind()
        .handle(
            SendMessage.class,
            _ -> {
              awaitUninterruptibly();
              return new MessageId(node.ids().next());
            });
    int most = Limits.COMMANDS_IN_FLIGHT.size();
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      waiting.add(client.sendAsync(message(), BodyHandlers.ofString()));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> inFlight() == most);

    long began = System.nanoTime();
    Reply refused = new Reply(client.sendAsync(message(), BodyHandlers.ofString()).join());
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("node.unavailable");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(refusals()).isEqualTo(1);
    assertThat(node.send(node.anonymous("/api/health/live")).status()).isEqualTo(200);

    mayEnd.countDown();
    assertThat(waiting).allSatisfy(one -> assertThat(one.join().statusCode()).isIn(201, 503));
    assertThat(new Reply(client.sendAsync(message(), BodyHandlers.ofString()).join()).status())
        .isEqualTo(201);
  }

  private double refusals() {
    return node.meters().get("beep.calls.refused").tag("kind", "commands").counter().count();
  }

  private void awaitUninterruptibly() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
