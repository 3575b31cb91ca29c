package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Together;
import io.beep.acceptance.shared.Witness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class ModerationTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private Community community;

  ModerationTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
  }

  @BeforeEach
  void found() {
    community = ada.foundPublic("Order");
    grace.join(community);
  }

  private String member(Person person) {
    return community.path() + "/members/" + person.id();
  }

  private String ban(Person person) {
    return community.path() + "/bans/" + person.id();
  }

  private Answer join(Person person) {
    return person.put(community.path() + "/members/me");
  }

  private static Answer say(Person person, Community where) {
    return person.post("/api/channels/" + where.text() + "/messages", Map.of("content", "hello"));
  }

  private List<JsonNode> bans(String query) {
    JsonNode page = ada.get(community.path() + "/bans" + query).requireSuccess().json();
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  private Answer with(Person person, String method, String path, Map<String, ?> body) {
    return person.call(method, path).json(body).send();
  }

  private Answer timeOut(Person person, long seconds) {
    return with(ada, "PUT", member(person) + "/timeout", Map.of("durationSeconds", seconds));
  }

  @Nested
  class WhenSomeoneIsKicked {

    @Test
    void shouldBeOutAtOnceAndMayComeBack() {
      try (FeedStream hers = grace.follow()) {
        Answer kicked =
            witness.ofEvents(
                1, () -> with(ada, "DELETE", member(grace), Map.of("reason", "too loud")));

        assertThat(kicked).hasStatus(200);
        FeedStream.Frame told = hers.await("member.kicked");
        assertThat(told.data().path("userId").asString("")).isEqualTo(grace.id());
        assertThat(told.data().toString()).doesNotContain("too loud");
        assertThat(say(grace, community)).isProblem(404, "channel.not-found");
        assertThat(join(grace)).hasStatus(200);
        assertThat(say(grace, community)).hasStatus(201);
      }
    }

    @Test
    void shouldBeRefusedToWhoMayNot() {
      assertThat(witness.ofNothing(() -> grace.delete(member(ada))))
          .isProblem(403, "permission.missing");
      assertThat(witness.ofNothing(() -> stranger.delete(member(grace))))
          .isProblem(403, "permission.missing");
      assertThat(witness.ofNothing(() -> ada.delete(member(ada))))
          .isProblem(409, "moderation.oneself");
      assertThat(witness.ofNothing(() -> ada.delete(member(stranger))))
          .isProblem(404, "membership.not-found");
    }
  }

  @Nested
  class WhenSomeoneIsBanned {

    @Test
    void shouldNotComeBackByAnyWayUntilUnbanned() {
      String code =
          ada.post(community.path() + "/invitations", Map.of())
              .requireSuccess()
              .json()
              .path("code")
              .asString("");
      String accept = "/api/invitations/" + code + "/accept";

      Answer banned =
          witness.ofEvents(1, () -> with(ada, "PUT", ban(grace), Map.of("reason", " too loud ")));

      assertThat(banned).hasStatus(200);
      assertThat(say(grace, community)).isProblem(404, "channel.not-found");
      assertThat(witness.ofNothing(() -> join(grace))).isProblem(403, "server.banned");
      assertThat(witness.ofNothing(() -> grace.call("POST", accept).send()))
          .isProblem(403, "server.banned");
      assertThat(bans(""))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.path("userId").asString("")).isEqualTo(grace.id());
                assertThat(one.path("reason").asString("")).isEqualTo("too loud");
                assertThat(one.path("bannedBy").asString("")).isEqualTo(ada.id());
              });
      assertThat(witness.ofNothing(() -> ada.put(ban(grace)))).as("twice").hasStatus(200);
      assertThat(witness.ofEvents(1, () -> ada.delete(ban(grace)))).hasStatus(200);
      assertThat(bans("")).isEmpty();
      assertThat(grace.call("POST", accept).send()).hasStatus(200);
    }

    @Test
    void shouldBeKeptOutWhoWasNeverIn() {
      assertThat(witness.ofEvents(1, () -> ada.put(ban(stranger)))).hasStatus(200);

      assertThat(join(stranger)).isProblem(403, "server.banned");
      assertThat(bans("?q=" + stranger.username())).hasSize(1);
      assertThat(bans("?q=nobody-is-called-that")).isEmpty();
    }

    @Test
    void shouldBeRefusedToWhoMayNotAndForNobody() {
      assertThat(witness.ofNothing(() -> grace.put(ban(stranger))))
          .isProblem(403, "permission.missing");
      assertThat(grace.get(community.path() + "/bans")).isProblem(403, "permission.missing");
      assertThat(witness.ofNothing(() -> ada.put(community.path() + "/bans/" + Ids.ofNothing())))
          .isProblem(404, "user.not-found");
      assertThat(
              witness.ofNothing(
                  () -> with(ada, "PUT", ban(grace), Map.of("reason", "x".repeat(513)))))
          .isProblem(400, "moderation.reason-too-long")
          .blames("reason");
    }

    @Test
    void shouldWinOverEveryJoiningInTheEnd() {
      List<Answer> answers =
          Together.all(21, i -> i == 10 ? ada.put(ban(stranger)) : join(stranger));

      assertThat(answers.get(10)).hasStatus(200);
      assertThat(join(stranger)).isProblem(403, "server.banned");
      assertThat(say(stranger, community)).isProblem(404, "channel.not-found");
      assertThat(bans("")).hasSize(1);
    }
  }

  @Nested
  class WhenSomeoneIsTimedOut {

    @Test
    void shouldOnlyReadUntilItIsOver() {
      Answer imposed = witness.ofEvents(1, () -> timeOut(grace, 5));

      assertThat(imposed).hasStatus(200);
      assertThat(say(grace, community)).isProblem(403, "permission.missing");
      assertThat(grace.call("POST", "/api/channels/" + community.text() + "/typing").send())
          .isProblem(403, "permission.missing");
      assertThat(grace.post(community.path() + "/invitations", Map.of()))
          .isProblem(403, "permission.missing");
      assertThat(grace.history(community.text(), "")).isNotNull();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(say(grace, community)).hasStatus(201));
    }

    @Test
    void shouldBeShownUntilWhenAndEndWhenLifted() {
      Instant until = Instant.parse("2020-01-01T00:00:00Z");
      assertThat(
              witness.ofNothing(
                  () ->
                      with(
                          ada,
                          "PUT",
                          member(grace) + "/timeout",
                          Map.of("until", until.toString()))))
          .isProblem(400, "timeout.invalid")
          .blames("durationSeconds");
      timeOut(grace, 3600).requireSuccess();
      assertThat(Instant.parse(shown())).isAfter(Instant.now().plusSeconds(3000));
      assertThat(grace.get(community.path()).json().path("permissions").toString())
          .isEqualTo("[\"VIEW_CHANNEL\",\"READ_HISTORY\"]");

      ada.delete(member(grace) + "/timeout").requireSuccess();

      assertThat(shown()).isEmpty();
      assertThat(say(grace, community)).hasStatus(201);
    }

    private String shown() {
      JsonNode page = ada.get(community.path() + "/members").requireSuccess().json();
      return StreamSupport.stream(page.path("items").spliterator(), false)
          .filter(item -> item.path("userId").asString("").equals(grace.id()))
          .map(item -> item.path("timedOutUntil").asString(""))
          .findFirst()
          .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"4102444800", "\"4102444800\"", "4102444800.5"})
    void shouldNotBeToldItsEndInSeconds(String until) {
      Answer answer =
          witness.ofNothing(
              () ->
                  ada.call("PUT", member(grace) + "/timeout")
                      .body(
                          "application/json",
                          ("{\"until\":" + until + "}").getBytes(StandardCharsets.UTF_8))
                      .send());

      assertThat(answer).isProblem(400, "request.invalid").blames("until");
    }

    @Test
    void shouldNotBeLeftBehindByLeaving() {
      timeOut(grace, 3600).requireSuccess();
      grace.leave(community);
      grace.join(community);

      assertThat(say(grace, community)).isProblem(403, "permission.missing");
    }
  }
}
