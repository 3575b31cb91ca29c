package io.beep.acceptance.audit;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class AuditLogTest {

  private final Person ada;
  private final Person grace;

  AuditLogTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  private static String log(Community community) {
    return community.path() + "/audit-log";
  }

  private static List<JsonNode> acts(Person person, Community community, String query) {
    return items(person.get(log(community) + query).requireSuccess());
  }

  private static List<JsonNode> items(Answer page) {
    return StreamSupport.stream(page.json().path("items").spliterator(), false).toList();
  }

  private static JsonNode latest(Person person, Community community) {
    return acts(person, community, "").getFirst();
  }

  private static Answer undo(Person person, Community community, JsonNode act) {
    return person
        .call("POST", log(community) + "/" + act.path("position").asLong() + "/undo")
        .send();
  }

  /** A role with the permission, and Grace has it. */
  private String letGraceLook(Community community, String... more) {
    grace.join(community);
    List<String> permissions = new ArrayList<>(List.of(more));
    permissions.add("VIEW_AUDIT_LOG");
    String role =
        ada.post(
                community.path() + "/roles", Map.of("name", "auditors", "permissions", permissions))
            .requireSuccess()
            .id();
    ada.put(community.path() + "/members/" + grace.id() + "/roles/" + role).requireSuccess();
    return role;
  }

  @Nested
  class WhenSomethingWasDone {

    @Test
    void shouldSayWhoDidWhatAndHowItWas() {
      Community community = ada.foundPublic("Watched");
      ada.patch("/api/channels/" + community.text(), Map.of("name", "news")).requireSuccess();

      JsonNode act = latest(ada, community);

      assertThat(act.path("action").asString("")).isEqualTo("channel.ChannelRenamed");
      assertThat(act.path("actor").path("id").asString("")).isEqualTo(ada.id());
      assertThat(act.path("target").path("id").asString("")).isEqualTo(community.text());
      assertThat(act.path("after").path("name").asString("")).isEqualTo("news");
      assertThat(act.path("before").path("name").asString(""))
          .isEqualTo(act.path("target").path("name").asString("?"));
      assertThat(acts(ada, community, "?action=server.ServerCreated")).hasSize(1);
      assertThat(acts(ada, community, "?actor=" + grace.id())).isEmpty();
    }

    @Test
    void shouldSayNothingOfWhatIsSaid() {
      Community community = ada.foundPublic("Chatty");
      int before = acts(ada, community, "").size();

      ada.say(community.text(), "hello");

      assertThat(acts(ada, community, "")).hasSize(before);
    }

    @Test
    void shouldSayWhoseMessageSomebodyElseDeletedAndNotWhatItSaid() {
      Community community = ada.foundPublic("Tidy");
      grace.join(community);
      grace.delete("/api/messages/" + grace.say(community.text(), "regretted").id());
      int before = acts(ada, community, "").size();

      ada.delete("/api/messages/" + grace.say(community.text(), "buywatches").id())
          .requireSuccess();

      assertThat(acts(ada, community, "")).hasSize(before + 1);
      JsonNode act = latest(ada, community);
      assertThat(act.path("action").asString("")).isEqualTo("message.MessageDeleted");
      assertThat(act.path("target").path("id").asString("")).isEqualTo(community.text());
      assertThat(act.path("related").path("id").asString("")).isEqualTo(grace.id());
      assertThat(act.toString()).doesNotContain("buywatches");
      assertThat(undo(ada, community, act)).isProblem(409, "audit-log.not-undoable");
    }

    @Test
    void shouldBeForThoseWithThePermissionAsLongAsTheyHaveIt() {
      Community community = ada.foundPublic("Guarded");
      grace.join(community);
      assertThat(grace.get(log(community))).isProblem(403, "permission.missing");
      String role = letGraceLook(community);
      assertThat(grace.get(log(community))).hasStatus(200);
      assertThat(grace.get(log(community) + "/export")).hasStatus(200);

      ada.delete(community.path() + "/members/" + grace.id() + "/roles/" + role).requireSuccess();

      assertThat(grace.get(log(community))).isProblem(403, "permission.missing");
      assertThat(grace.get(log(community) + "/export")).isProblem(403, "permission.missing");
    }

    @Test
    void shouldNotGiveAwayAHiddenChannel() {
      Community community = ada.foundPublic("Discreet");
      letGraceLook(community);
      String hidden = ada.openPrivateChannel(community, "plans");
      ada.delete("/api/channels/" + hidden).requireSuccess();

      assertThat(latest(ada, community).path("target").path("name").asString(""))
          .isEqualTo("plans");
      assertThat(acts(grace, community, "").subList(0, 2))
          .allSatisfy(
              act -> {
                assertThat(act.path("withheld").asBoolean()).isTrue();
                assertThat(act.toString()).doesNotContain("plans").doesNotContain(hidden);
              });
      assertThat(acts(grace, community, "?target=" + hidden)).isEmpty();
      assertThat(grace.get(log(community) + "/export?format=csv").requireSuccess().text())
          .doesNotContain("plans")
          .doesNotContain(hidden);
    }
  }

  @Nested
  class WhenItIsUndone {

    @Test
    void shouldBeAsItWasAndSaySo() {
      Community community = ada.foundPublic("Regretted");
      ada.patch(community.path(), Map.of("name", "Oops")).requireSuccess();
      JsonNode act = latest(ada, community);

      assertThat(undo(ada, community, act)).hasStatus(200);

      assertThat(ada.get(community.path()).json().path("name").asString("")).isEqualTo("Regretted");
      JsonNode undoing = latest(ada, community);
      assertThat(undoing.path("undoes").asLong()).isEqualTo(act.path("position").asLong());
      assertThat(acts(ada, community, "").get(1).path("undoneBy").asLong())
          .isEqualTo(undoing.path("position").asLong());
      assertThat(undo(ada, community, act)).isProblem(409, "audit-log.undone-already");
    }

    @Test
    void shouldRespectWhatWasChangedSince() {
      Community community = ada.foundPublic("Busy");
      ada.patch(community.path(), Map.of("name", "Second")).requireSuccess();
      JsonNode act = latest(ada, community);
      ada.patch(community.path(), Map.of("name", "Third")).requireSuccess();

      assertThat(undo(ada, community, act)).isProblem(409, "audit-log.changed-since");
      assertThat(ada.get(community.path()).json().path("name").asString("")).isEqualTo("Third");
    }

    @Test
    void shouldLetInAgainByALinkThatWasRevoked() {
      Community community = ada.foundPublic("Welcoming");
      String link =
          "/api/invitations/"
              + ada.post(community.path() + "/invitations", Map.of())
                  .requireSuccess()
                  .json()
                  .path("code")
                  .asString("");
      // Members are shown what it led to, in force or not.
      ada.delete(link).requireSuccess();
      assertThat(grace.get(link)).isProblem(410, "invitation.revoked");

      assertThat(undo(ada, community, latest(ada, community))).hasStatus(200);

      assertThat(grace.get(link)).hasStatus(200);
      assertThat(undo(ada, community, latest(ada, community))).hasStatus(200);
      assertThat(grace.get(link)).isProblem(410, "invitation.revoked");
    }

    @Test
    void shouldSetBackTheWordsOfAnActAndNoOthers() {
      Community community = ada.foundPublic("Polite");
      String safety = community.path() + "/safety";
      forbid(safety, List.of("rain", "hail"), List.of("snow"));
      forbid(safety, List.of("rain", "snow"), List.of());
      JsonNode act = latest(ada, community);
      forbid(safety, List.of("rain", "snow", "fog"), List.of());

      assertThat(undo(ada, community, act)).hasStatus(200);

      JsonNode after = ada.get(safety).requireSuccess().json();
      assertThat(after.path("blocked")).extracting(JsonNode::asString).containsOnly("rain", "fog");
      assertThat(after.path("reported")).extracting(JsonNode::asString).containsExactly("snow");
    }

    private void forbid(String safety, List<String> blocked, List<String> reported) {
      ada.call("PUT", safety + "/words")
          .json(Map.of("blocked", blocked, "reported", reported))
          .send()
          .requireSuccess();
    }

    @Test
    void shouldSilenceAndKeepOutAgain() {
      Community community = ada.foundPublic("Strict");
      grace.join(community);
      String member = community.path() + "/members/" + grace.id();
      ada.call("PUT", member + "/timeout")
          .json(Map.of("durationSeconds", 3600, "reason", "loud"))
          .send()
          .requireSuccess();
      JsonNode silenced = latest(ada, community);
      ada.delete(member + "/timeout").requireSuccess();

      assertThat(undo(ada, community, latest(ada, community))).hasStatus(200);

      JsonNode again = latest(ada, community);
      assertThat(again.path("after")).isEqualTo(silenced.path("after"));
      assertThat(again.path("reason").asString("")).isEqualTo("loud");
    }

    @Test
    void shouldNeedWhatTheActNeeds() {
      Community community = ada.foundPublic("Careful");
      letGraceLook(community);
      ada.patch(community.path(), Map.of("name", "Still careful")).requireSuccess();

      assertThat(undo(grace, community, latest(grace, community)))
          .isProblem(403, "permission.missing");
    }

    @Test
    void shouldUndoAllThatSomeoneDid() {
      Community community = ada.foundPublic("Raided");
      letGraceLook(community, "MANAGE_SERVER", "MANAGE_CHANNELS");
      Instant since = Instant.now().minusSeconds(60);
      String channel = "/api/channels/" + community.text();
      String before =
          acts(ada, community, "?target=" + community.text())
              .getFirst()
              .path("after")
              .path("name")
              .asString("");
      grace.patch(channel, Map.of("name", "one")).requireSuccess();
      grace.patch(channel, Map.of("name", "two", "topic", "raided")).requireSuccess();
      grace.patch(community.path(), Map.of("name", "Mine")).requireSuccess();

      Answer answer =
          ada.post(
              log(community) + "/undo", Map.of("actor", grace.id(), "since", since.toString()));

      assertThat(answer).hasStatus(200);
      assertThat(items(answer))
          .hasSize(4)
          .allSatisfy(item -> assertThat(item.path("undone").asBoolean()).isTrue());
      assertThat(ada.get(community.path()).json().path("name").asString("")).isEqualTo("Raided");
      assertThat(
              acts(ada, community, "?target=" + community.text() + "&limit=1")
                  .getFirst()
                  .path("after")
                  .path("name")
                  .asString(""))
          .isEqualTo(before);
    }
  }
}
