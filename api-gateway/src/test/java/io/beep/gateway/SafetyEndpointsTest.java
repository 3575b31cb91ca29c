package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.moderation.GetOwnLimits;
import io.beep.coreapi.moderation.GetSafety;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.OwnLimitsView;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.SafetyView;
import io.beep.coreapi.moderation.SetForbiddenWords;
import io.beep.coreapi.moderation.TrustMember;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyEndpointsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;
  private ServerId server;
  private String safety;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    safety = "/api/servers/" + server.value() + "/safety";
    node.behind().handle(SetForbiddenWords.class, _ -> "");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void shouldSetAndShowTheFilter() {
    Reply set =
        node.send(
            "PUT",
            safety + "/words",
            alice,
            "{\"blocked\":[\"steam*\"],\"reported\":[\"hot water\"]}");
    assertThat(set.status()).as(set.response().body()).isEqualTo(200);
    assertThat(node.behind().commandsSeen().getLast().getPayload())
        .isEqualTo(new SetForbiddenWords(server, alice, List.of("steam*"), List.of("hot water")));

    node.behind()
        .answer(
            GetSafety.class,
            SafetyView.class,
            _ -> new SafetyView(List.of("steam*"), List.of("hot water"), 600, 7));
    assertThat(node.get(safety, alice).json().toString())
        .isEqualTo(
            "{\"blocked\":[\"steam*\"],\"reported\":[\"hot water\"],\"newMemberSeconds\":600,\"position\":7}");
    assertThat(node.behind().lastQuery(GetSafety.class).getPayload())
        .isEqualTo(new GetSafety(server, alice));
  }

  @Test
  void shouldLimitNewMembersAndTrustThem() {
    UserId bob = new UserId(node.ids().next());
    node.behind().handle(LimitNewMembers.class, _ -> "");
    node.behind().handle(TrustMember.class, _ -> "");

    assertThat(node.send("PUT", safety + "/new-members", alice, "{\"seconds\":600}").status())
        .isEqualTo(200);
    assertThat(node.behind().commandsSeen().getLast().getPayload())
        .isEqualTo(new LimitNewMembers(server, alice, 600));
    assertThat(node.send("PUT", safety + "/new-members", alice, "{}").status()).isEqualTo(400);

    String members = "/api/servers/" + server.value() + "/members/";
    Reply trusted =
        node.send(
            node.request(members + bob.value() + "/trust", alice)
                .method("PUT", BodyPublishers.noBody()));
    assertThat(trusted.status()).isEqualTo(200);
    assertThat(node.behind().commandsSeen().getLast().getPayload())
        .isEqualTo(new TrustMember(server, alice, bob));

    Instant until = Instant.parse("2026-03-08T09:00:00Z");
    node.behind().answer(GetOwnLimits.class, OwnLimitsView.class, _ -> new OwnLimitsView(until, 7));
    assertThat(node.get(members + "me/limits", alice).json().toString())
        .isEqualTo("{\"newUntil\":\"2026-03-08T09:00:00Z\",\"position\":7}");
  }

  @Test
  void shouldSayWhenTheyAreNewNoMore() {
    node.behind()
        .refuse(
            SendMessage.class, new SafetyError.TooNew(Instant.parse("2026-03-08T09:00:00Z"), 600));

    Reply reply =
        node.send(
            "POST",
            "/api/channels/" + node.ids().next() + "/messages",
            alice,
            "{\"content\":\"https://example.org\"}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().path("code").asString()).isEqualTo("member.too-new");
    assertThat(reply.json().path("detail").asString()).contains("2026-03-08T09:00:00Z");
    assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"blocked\":[]}",
        "{\"blocked\":\"x\",\"reported\":[]}",
        "{\"blocked\":[null],\"reported\":[]}",
        "{\"blocked\":[7],\"reported\":[]}"
      })
  void shouldTakeWholeFiltersOnly(String body) {
    assertThat(node.send("PUT", safety + "/words", alice, body).status()).isEqualTo(400);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|blocked reported|field.required",
        "{\"blocked\":[]}|reported|field.required",
        "{\"blocked\":null,\"reported\":[]}|blocked|field.required",
        "{\"blocked\":[],\"reported\":[\"a\",null]}|reported.1|field.invalid"
      })
  void shouldSayWhichListIsNotThere(String body, String fields, String code) {
    Reply reply = node.send("PUT", safety + "/words", alice, body);

    assertThat(reply.code()).isEqualTo("request.invalid");
    assertThat(reply.json().path("errors").valueStream())
        .extracting(error -> error.path("field").asString())
        .containsExactly(fields.split(" "));
    assertThat(reply.json().path("errors").valueStream())
        .allSatisfy(error -> assertThat(error.path("code").asString()).isEqualTo(code));
  }

  @Test
  void shouldSayWhichWordIsNotAllowed() {
    node.behind().refuse(SendMessage.class, new SafetyError.Forbidden("steam*"));

    Reply reply =
        node.send(
            "POST",
            "/api/channels/" + node.ids().next() + "/messages",
            alice,
            "{\"content\":\"a steamer\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("code").asString()).isEqualTo("message.word-forbidden");
    assertThat(reply.json().path("detail").asString()).contains("steam*");
  }
}
