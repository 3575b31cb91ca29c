package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class SafetyTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private Community community;

  SafetyTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  @BeforeEach
  void found() {
    community = ada.foundPublic("Order");
    grace.join(community);
  }

  private Answer forbid(List<String> blocked, List<String> reported) {
    return ada.call("PUT", community.path() + "/safety/words")
        .json(Map.of("blocked", blocked, "reported", reported))
        .send();
  }

  private Answer say(Person person, String content) {
    return person.post(
        "/api/channels/" + community.text() + "/messages", Map.of("content", content));
  }

  @Nested
  class WhenWordsAreForbidden {

    @Test
    void shouldRefuseWithoutATraceAndLetThroughAgain() {
      assertThat(witness.ofEvents(1, () -> forbid(List.of("steam*"), List.of()))).hasStatus(200);
      assertThat(witness.ofNothing(() -> say(grace, "a ST\u00c9AMER")))
          .isProblem(422, "message.word-forbidden");
      assertThat(say(ada, "a steamer")).hasStatus(201);
      assertThat(say(grace, "esteem")).hasStatus(201);
      assertThat(ada.get(community.path() + "/safety").json().path("blocked").path(0).asString(""))
          .isEqualTo("steam*");

      forbid(List.of(), List.of()).requireSuccess();
      assertThat(say(grace, "a steamer")).hasStatus(201);
    }

    @Test
    void shouldReportWhatIsLetThrough() {
      forbid(List.of(), List.of("hot water")).requireSuccess();

      Answer said = witness.ofEvents(2, () -> say(grace, "Hot water!"));

      assertThat(said).hasStatus(201);
      JsonNode report =
          ada.get(community.path() + "/reports").requireSuccess().json().path("items").path(0);
      assertThat(report.path("id").asString("")).isEqualTo(said.id());
      assertThat(report.path("filings").path(0).path("category").asString("")).isEqualTo("words");
    }

    @Test
    void shouldRefuseWhatCannotBeFiltered() {
      assertThat(witness.ofNothing(() -> forbid(List.of("a*b"), List.of())))
          .isProblem(400, "words.invalid");
      assertThat(
              witness.ofNothing(
                  () ->
                      ada.call("PUT", community.path() + "/safety/words")
                          .json(Map.of("blocked", List.of()))
                          .send()))
          .isProblem(400, "request.invalid")
          .blames("reported");
      assertThat(
              witness.ofNothing(
                  () ->
                      grace
                          .call("PUT", community.path() + "/safety/words")
                          .json(Map.of("blocked", List.of(), "reported", List.of()))
                          .send()))
          .isProblem(403, "permission.missing");
    }
  }

  @Nested
  class WhenNewMembersAreLimited {

    @Test
    void shouldPostNoLinksUntilTrusted() {
      assertThat(
              witness.ofEvents(
                  1,
                  () ->
                      ada.call("PUT", community.path() + "/safety/new-members")
                          .json(Map.of("seconds", 600))
                          .send()))
          .hasStatus(200);
      assertThat(witness.ofNothing(() -> say(grace, "https://example.org")))
          .isProblem(403, "member.too-new");
      assertThat(
              grace
                  .get(community.path() + "/members/me/limits")
                  .requireSuccess()
                  .json()
                  .path("newUntil")
                  .isString())
          .isTrue();
      assertThat(say(ada, "https://example.org")).hasStatus(201);

      assertThat(
              witness.ofNothing(
                  () -> grace.put(community.path() + "/members/" + grace.id() + "/trust")))
          .isProblem(403, "permission.missing");
      assertThat(
              witness.ofNothing(
                  () -> ada.put(community.path() + "/members/" + ada.id() + "/trust")))
          .isProblem(409, "moderation.oneself");
      assertThat(
              witness.ofEvents(
                  1, () -> ada.put(community.path() + "/members/" + grace.id() + "/trust")))
          .hasStatus(200);
      assertThat(say(grace, "https://example.org")).hasStatus(201);
      assertThat(say(grace, "and at once again")).hasStatus(201);
    }
  }
}
