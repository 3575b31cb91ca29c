package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.BanPage;
import io.beep.coreapi.server.BanView;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LiftTimeout;
import io.beep.coreapi.server.ListBans;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationEndpointsTest {

  private static final Instant WHEN = Instant.parse("2026-03-08T09:00:00Z");

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;
  private UserId bob;
  private ServerId server;
  private String member;
  private String ban;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    bob = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    member = "/api/servers/" + server.value() + "/members/" + bob.value();
    ban = "/api/servers/" + server.value() + "/bans/" + bob.value();
    List.of(
            KickMember.class,
            BanMember.class,
            UnbanMember.class,
            TimeOutMember.class,
            LiftTimeout.class)
        .forEach(this::handle);
  }

  private <C extends Command> void handle(Class<C> type) {
    node.behind().handle(type, _ -> "");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void sends(Command command, Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(bob.value().toString());
    assertThat(node.behind().commandsSeen().getLast().getPayload()).isEqualTo(command);
  }

  private Reply bare(String method, String path) {
    return node.send(node.request(path, alice).method(method, BodyPublishers.noBody()));
  }

  @Test
  void shouldKickWithAReasonAndWithoutABody() {
    sends(
        new KickMember(server, alice, bob, "too loud"),
        node.send("DELETE", member, alice, "{\"reason\":\"too loud\"}"));
    sends(new KickMember(server, alice, bob, null), bare("DELETE", member));
  }

  @Test
  void shouldBanWithAReasonAndWithoutABodyAndUnban() {
    sends(
        new BanMember(server, alice, bob, "too loud"),
        node.send("PUT", ban, alice, "{\"reason\":\"too loud\"}"));
    sends(new BanMember(server, alice, bob, null), bare("PUT", ban));
    sends(new UnbanMember(server, alice, bob), bare("DELETE", ban));
  }

  @Test
  void shouldTimeOutForSecondsOrUntilAMomentAndLift() {
    sends(
        new TimeOutMember(server, alice, bob, null, 600L, "too loud"),
        node.send(
            "PUT",
            member + "/timeout",
            alice,
            "{\"durationSeconds\":600,\"reason\":\"too loud\"}"));
    sends(
        new TimeOutMember(server, alice, bob, WHEN, null, null),
        node.send("PUT", member + "/timeout", alice, "{\"until\":\"2026-03-08T09:00:00Z\"}"));
    sends(new LiftTimeout(server, alice, bob), bare("DELETE", member + "/timeout"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\":7}",
        "{\"why\":\"loud\"}",
        "[]",
        "{",
        "{\"reason\":\"\\u0000\"}",
        "{\"reason\":\"\\ud83d\"}"
      })
  void shouldRefuseABodyThatIsThereAndWrong(String body) {
    assertThat(node.send("DELETE", member, alice, body).status()).isEqualTo(400);
    assertThat(node.send("PUT", ban, alice, body).status()).isEqualTo(400);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldRefuseABodyOfAnotherKind() {
    Reply reply =
        node.send(
            node.request(ban, alice)
                .header("Content-Type", "text/plain")
                .method("PUT", BodyPublishers.ofString("too loud")));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldSayThatTheBodyMayBeMissing() {
    var paths = node.send(node.anonymous("/api/openapi.json")).json().path("paths");

    assertThat(
            paths
                .path("/api/servers/{serverId}/bans/{userId}")
                .path("put")
                .path("requestBody")
                .path("required")
                .asBoolean(true))
        .isFalse();
    assertThat(
            paths
                .path("/api/servers/{serverId}/members/{userId}/timeout")
                .path("put")
                .path("requestBody")
                .path("required")
                .asBoolean(false))
        .isTrue();
  }

  @Test
  void shouldTellWhoIsBannedThatTheyAre() {
    node.behind().refuse(JoinServer.class, new ModerationError.Banned());

    Reply reply = bare("PUT", "/api/servers/" + server.value() + "/members/me");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("server.banned");
  }

  @Test
  void shouldListBans() {
    node.behind()
        .answer(
            ListBans.class,
            BanPage.class,
            _ ->
                new BanPage(
                    List.of(new BanView(bob, "bob", "Bob", "too loud", alice, "Alice", WHEN)),
                    true,
                    7));
    String bans = "/api/servers/" + server.value() + "/bans";

    Reply reply =
        node.get(bans + "?q=loud%20bob&after=" + alice.value() + "&limit=2&atLeast=3", alice);

    assertThat(node.behind().lastQuery(ListBans.class).getPayload())
        .isEqualTo(new ListBans(server, alice, "loud bob", alice, 2));
    assertThat(reply.json().toString())
        .isEqualTo(
            ("{\"items\":[{\"userId\":\"%s\",\"username\":\"bob\",\"displayName\":\"Bob\","
                    + "\"reason\":\"too loud\",\"bannedBy\":\"%s\",\"bannedByName\":\"Alice\","
                    + "\"bannedAt\":\"2026-03-08T09:00:00Z\"}],\"hasAfter\":true,\"position\":7}")
                .formatted(bob.value(), alice.value()));
    node.get(bans, alice);
    assertThat(node.behind().lastQuery(ListBans.class).getPayload())
        .isEqualTo(new ListBans(server, alice, "", null, 100));
  }
}
