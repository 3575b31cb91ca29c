package io.beep.acceptance.invitation;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class MemberInvitationTest {

  private final Beep beep;
  private final Person ada;
  private final Person grace;
  private Community community;

  MemberInvitationTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.community = ada.foundPrivate("Engines");
  }

  @BeforeEach
  void found() {
    community = ada.foundPrivate("Engines");
  }

  private Answer ask(Person asking, String username) {
    return asking.post(community.path() + "/member-invitations", Map.of("username", username));
  }

  private JsonNode received(Person person, long atLeast) {
    for (JsonNode one :
        person
            .get("/api/me/invitations?atLeast=" + atLeast)
            .requireSuccess()
            .json()
            .path("items")) {
      if (one.path("serverId").asString("").equals(community.id())) {
        return one;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  @Test
  void shouldReachThePersonAtOnceAndLetThemIn() {
    try (FeedStream hers = grace.follow()) {
      Answer asked = ask(ada, "@" + grace.username().toUpperCase(java.util.Locale.ROOT));

      assertThat(hers.await("invitation.received").data().path("serverId").asString(""))
          .isEqualTo(community.id());
      assertThat(received(grace, asked.position()).path("serverName").asString(""))
          .isEqualTo("Engines");
      Answer in = grace.post("/api/me/invitations/" + community.id() + "/accept", Map.of());
      assertThat(grace.get(community.path() + "?atLeast=" + in.position())).hasStatus(200);
      assertThat(received(grace, in.position()).isMissingNode()).isTrue();
      assertThat(ask(ada, grace.username())).isProblem(409, "invitation.already-member");
    }
  }

  @Test
  void shouldBeDeclinedWithoutATrace() {
    Answer asked = ask(ada, grace.username());
    assertThat(ask(ada, grace.username())).isProblem(409, "invitation.already-invited");
    assertThat(ada.get(community.path() + "/member-invitations?atLeast=" + asked.position()).text())
        .contains(grace.id());

    Answer declined = grace.delete("/api/me/invitations/" + community.id());

    assertThat(received(grace, declined.position()).isMissingNode()).isTrue();
    assertThat(grace.get(community.path())).isProblem(404, "server.not-found");
    assertThat(grace.post("/api/me/invitations/" + community.id() + "/accept", Map.of()))
        .isProblem(404, "invitation.not-found");
  }

  @Test
  void shouldBeTakenBackByWhoAsked() {
    ask(ada, grace.username()).requireSuccess();
    Answer taken =
        ada.delete(community.path() + "/member-invitations/" + grace.id()).requireSuccess();

    assertThat(received(grace, taken.position()).isMissingNode()).isTrue();
    assertThat(grace.post("/api/me/invitations/" + community.id() + "/accept", Map.of()))
        .isProblem(404, "invitation.not-found");
  }

  @Test
  void shouldBeAcceptedOnceHoweverOftenAtOnce() {
    ask(ada, grace.username()).requireSuccess();

    List<Answer> answers =
        Together.all(
            100, _ -> grace.post("/api/me/invitations/" + community.id() + "/accept", Map.of()));

    List<Answer> accepted = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(accepted).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer).isProblem(404, "invitation.not-found"));
    assertThat(
            ada.get(community.path() + "?atLeast=" + accepted.getFirst().position())
                .json()
                .path("memberCount")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void shouldBeForThoseWhoMayInviteAndForPeopleThereAre() {
    Person stranger = beep.stranger();

    assertThat(ask(stranger, grace.username())).isProblem(404, "server.not-found");
    assertThat(ask(stranger, "nobody-at-all")).isProblem(404, "server.not-found");
    assertThat(ask(ada, "nobody-at-all")).isProblem(404, "user.not-found");
    ada.call("PUT", community.path() + "/bans/" + grace.id())
        .json(Map.of())
        .send()
        .requireSuccess();
    assertThat(ask(ada, grace.username())).isProblem(409, "invitation.banned");
  }
}
