package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class ReportTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private Community community;
  private String message = "";

  ReportTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
  }

  @BeforeEach
  void found() {
    community = ada.foundPublic("Order");
    grace.join(community);
    message = ada.say(community.text(), "what someone dislikes").id();
  }

  private String queue() {
    return community.path() + "/reports";
  }

  private String resolution() {
    return queue() + "/" + message + "/resolution";
  }

  private Answer report(Person person, String text) {
    return person.post(
        "/api/messages/" + message + "/reports", Map.of("reason", "spam", "text", text));
  }

  private JsonNode listed(String query) {
    return ada.get(queue() + query).requireSuccess().json();
  }

  @Nested
  class WhenAMessageIsReported {

    @Test
    void shouldComeIntoTheQueueOfWhoKeepsOrderAndNoFurther() {
      try (FeedStream his = grace.follow()) {
        assertThat(witness.ofEvents(1, () -> report(grace, "buy this"))).hasStatus(200);
        assertThat(witness.ofNothing(() -> report(grace, "once more"))).hasStatus(200);
        ada.say(community.text(), "after");
        his.awaitMessage("after");
        assertThat(his.frames()).noneMatch(frame -> frame.toString().contains("report."));
      }

      JsonNode page = listed("");
      assertThat(page.path("waiting").asInt(-1)).isEqualTo(1);
      JsonNode item = page.path("items").path(0);
      assertThat(item.path("id").asString("")).isEqualTo(message);
      assertThat(item.path("target").asString("")).isEqualTo("message");
      assertThat(item.path("message").path("content").asString(""))
          .isEqualTo("what someone dislikes");
      assertThat(item.path("filings").path(0).path("text").asString("")).isEqualTo("buy this");
      assertThat(item.path("filings").path(0).path("reporter").path("id").asString(""))
          .isEqualTo(grace.id());
      assertThat(grace.get(queue())).isProblem(403, "permission.missing");
    }

    @Test
    void shouldBeRefusedToWhoDoesNotSeeItAndToItsAuthor() {
      assertThat(witness.ofNothing(() -> report(stranger, "x")))
          .isProblem(404, "message.not-found");
      assertThat(witness.ofNothing(() -> report(ada, "x"))).isProblem(409, "report.oneself");
      assertThat(
              witness.ofNothing(
                  () ->
                      grace.post(
                          "/api/messages/" + message + "/reports", Map.of("reason", "boring"))))
          .hasStatus(400);
    }

    @Test
    void shouldBeDoneWithAndOpenedAgain() {
      report(grace, "x").requireSuccess();
      assertThat(
              witness.ofEvents(
                  1,
                  () ->
                      ada.call("PUT", resolution())
                          .json(Map.of("outcome", "dismissed", "note", "fine"))
                          .send()))
          .hasStatus(200);
      assertThat(listed("").path("items").isEmpty()).isTrue();
      JsonNode closed = listed("?state=closed").path("items").path(0);
      assertThat(closed.path("resolution").path("outcome").asString("")).isEqualTo("dismissed");
      assertThat(closed.path("resolution").path("note").asString("")).isEqualTo("fine");

      assertThat(witness.ofEvents(1, () -> ada.delete(resolution()))).hasStatus(200);
      assertThat(listed("").path("waiting").asInt(-1)).isEqualTo(1);
      JsonNode log =
          ada.get(community.path() + "/audit-log?action=moderation.ReportResolved")
              .requireSuccess()
              .json();
      assertThat(log.path("items").size()).isEqualTo(1);
      assertThat(log.toString()).doesNotContain(grace.id());
    }
  }

  @Nested
  class WhenAMemberIsReported {

    @Test
    void shouldBeOfTheServer() {
      String reports = community.path() + "/members/" + ada.id() + "/reports";
      Map<String, ?> body = Map.of("reason", "harassment");
      assertThat(witness.ofEvents(1, () -> grace.post(reports, body))).hasStatus(200);
      assertThat(listed("").path("items").path(0).path("target").asString("")).isEqualTo("member");
      assertThat(witness.ofNothing(() -> stranger.post(reports, body)))
          .isProblem(403, "permission.missing");
      assertThat(
              witness.ofNothing(
                  () ->
                      ada.post(community.path() + "/members/" + stranger.id() + "/reports", body)))
          .isProblem(404, "membership.not-found");
    }
  }

  @Nested
  class WhenTheQueueIsPaged {

    @Test
    void shouldShowEachOnce() {
      List<String> all =
          IntStream.range(0, 5)
              .mapToObj(i -> ada.say(community.text(), "message " + i).id())
              .toList();
      all.forEach(
          id ->
              grace
                  .post("/api/messages/" + id + "/reports", Map.of("reason", "other"))
                  .requireSuccess());
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = listed("?limit=2" + cursor);
        page.path("items").forEach(item -> seen.add(item.path("id").asString("")));
        cursor = page.path("next").isNumber() ? "&cursor=" + page.path("next").asLong(-1) : "";
      } while (!cursor.isEmpty());
      assertThat(seen).containsExactlyElementsOf(all.reversed());
    }
  }
}
