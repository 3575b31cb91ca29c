package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.server.ChannelMemberPage;
import io.beep.coreapi.server.ListChannelMembers;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who is there, over the wire. The rules are those of CrowdTest. */
class PresenceTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir static Path web;

  private static GatewayNode node;
  private static Town town;

  private UserId ada;
  private UserId grace;
  private ServerId server;

  @BeforeAll
  static void start() {
    node = new GatewayNode(web);
    town = new Town(node);
    node.behind()
        .answer(ListMembers.class, MemberPage.class, _ -> new MemberPage(List.of(), false, 0));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void twoOfAServer() {
    ada = town.someone();
    grace = town.someone();
    server = town.server(ada);
    town.join(server, grace);
  }

  private FeedClient device(UserId user, UUID device) {
    return new FeedClient(node.request("/api/feed?device=" + device, user)).awaitReady();
  }

  private static int sign(UserId user, UUID device, String body) {
    return node.send("PUT", "/api/me/devices/" + device, user, body).status();
  }

  private static int choose(UserId user, String status) {
    return node.send("PUT", "/api/me/presence", user, "{\"status\":\"" + status + "\"}").status();
  }

  private static @Nullable String lastOf(FeedClient feed, UserId user) {
    String last = null;
    for (FeedClient.Frame frame : feed.presences()) {
      for (JsonNode one : frame.data().path("presences")) {
        if (one.path("userId").asString().equals(user.value().toString())) {
          last = one.path("presence").asString();
        }
      }
    }
    return last;
  }

  private static void awaitShown(FeedClient feed, UserId user, String presence) {
    await().atMost(SOON).untilAsserted(() -> assertThat(lastOf(feed, user)).isEqualTo(presence));
  }

  @Test
  void shouldTellWithoutPositionWhoComesIsIdleAndIsBusy() {
    UUID phone = UUID.randomUUID();
    try (FeedClient hers = device(grace, UUID.randomUUID());
        FeedClient his = device(ada, phone)) {
      awaitShown(hers, ada, "online");
      assertThat(hers.presences()).allMatch(frame -> frame.id() == null);

      assertThat(sign(ada, phone, "{\"idle\":true}")).isEqualTo(204);
      awaitShown(hers, ada, "idle");

      assertThat(choose(ada, "dnd")).isEqualTo(204);
      awaitShown(hers, ada, "dnd");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(his.presences())
                      .anyMatch(
                          frame ->
                              frame.event().equals("presence.chosen")
                                  && frame.data().path("status").asString().equals("dnd")));
      assertThat(hers.presences()).noneMatch(frame -> frame.event().equals("presence.chosen"));
    }
  }

  @Test
  void shouldBeOfflineSomeSecondsAfterTheConnectionIsGone() {
    try (FeedClient hers = device(grace, UUID.randomUUID())) {
      FeedClient his = device(ada, UUID.randomUUID());
      awaitShown(hers, ada, "online");
      his.close();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(lastOf(hers, ada)).isEqualTo("offline"));
    }
  }

  @Test
  void shouldTellNothingOfSomeoneInvisibleAndKeepTheChoice() {
    assertThat(choose(ada, "invisible")).isEqualTo(204);
    assertThat(node.get("/api/me/presence", ada).json().path("status").asString())
        .isEqualTo("invisible");
    try (FeedClient hers = device(grace, UUID.randomUUID());
        FeedClient _ = device(ada, UUID.randomUUID())) {
      awaitShown(hers, grace, "online");
      UserId carl = town.someone();
      town.join(server, carl);
      try (FeedClient _ = device(carl, UUID.randomUUID())) {
        // Who came after them is told, they are not.
        awaitShown(hers, carl, "online");
        assertThat(lastOf(hers, ada)).isNull();

        JsonNode page = node.get("/api/servers/" + server.value() + "/presences", grace).json();
        assertThat(page.path("connected").asInt()).isEqualTo(2);
        assertThat(page.path("complete").asBoolean()).isTrue();
        assertThat(page.path("presences").toString())
            .contains(carl.value().toString(), grace.value().toString())
            .doesNotContain(ada.value().toString());
      }
    }
  }

  @Test
  void shouldAnswerThoseWhoAreAskedFor() {
    try (FeedClient hers = device(grace, UUID.randomUUID());
        FeedClient _ = device(ada, UUID.randomUUID())) {
      awaitShown(hers, ada, "online");
      String path = "/api/servers/" + server.value() + "/presences?userIds=";
      assertThat(node.get(path + ada.value(), grace).json().path("presences").size()).isEqualTo(1);
      assertThat(node.get(path + "nobody", grace).status()).isEqualTo(400);
    }
  }

  @Test
  void shouldSayWhoOfAChannelIsConnected() {
    ChannelId channel = new ChannelId(node.ids().next());
    node.behind()
        .answer(
            ListChannelMembers.class,
            ChannelMemberPage.class,
            _ -> new ChannelMemberPage(server, List.of(member(ada), member(grace)), null, 7));
    try (FeedClient hers = device(grace, UUID.randomUUID())) {
      awaitShown(hers, grace, "online");
      JsonNode page =
          node.get("/api/channels/" + channel.value() + "/members?limit=10", grace).json();

      assertThat(page.path("items").path(0).path("presence").asString()).isEqualTo("offline");
      assertThat(page.path("items").path(1).path("presence").asString()).isEqualTo("online");
      assertThat(page.path("items").path(1).path("member").path("userId").asString())
          .isEqualTo(grace.value().toString());
      assertThat(page.has("next")).isFalse();
    }
  }

  private static MemberView member(UserId user) {
    return new MemberView(user, "name", "Name", null, List.of(), Instant.EPOCH, null);
  }

  @Test
  void shouldRefuseWhatIsNoStatusAndNoDevice() {
    assertThat(choose(ada, "offline")).isEqualTo(400);
    assertThat(sign(ada, UUID.randomUUID(), "{\"idle\":true,\"watching\":[\"x\"]}")).isEqualTo(400);
    assertThat(node.send("PUT", "/api/me/devices/phone", ada, "{\"idle\":true}").status())
        .isEqualTo(404);
    assertThat(node.get("/api/feed?device=phone", ada).status()).isEqualTo(400);
  }

  @Test
  void shouldNotLetOneSpeakForTheDeviceOfAnother() {
    UUID phone = UUID.randomUUID();
    try (FeedClient hers = device(grace, UUID.randomUUID());
        FeedClient _ = device(ada, phone)) {
      awaitShown(hers, ada, "online");
      assertThat(sign(grace, phone, "{\"idle\":true}")).isEqualTo(204);
      assertThat(choose(grace, "dnd")).isEqualTo(204);
      awaitShown(hers, grace, "dnd");
      assertThat(lastOf(hers, ada)).isEqualTo("online");
    }
  }
}
