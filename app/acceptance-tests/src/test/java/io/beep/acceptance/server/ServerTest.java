package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class ServerTest {

  private final Person ada;
  private final Person grace;

  ServerTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  private static JsonNode get(Person person, Community community) {
    return person.get(community.path()).requireSuccess().json();
  }

  private static List<String> mine(Person person) {
    JsonNode items = person.get("/api/servers").requireSuccess().json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("id").asString(""))
        .toList();
  }

  @Nested
  class WhenSomeoneCreatesOne {

    @Test
    void shouldAnswerWhatCameOfItAndWhere() {
      Answer answer =
          ada.post(
              "/api/servers",
              Map.of(
                  "name", "Engines", "description", "All about engines", "visibility", "public"));

      assertThat(answer).hasStatus(201);
      assertThat(answer.id()).matches(Ids.UUID_V7);
      assertThat(answer.position()).isNotNegative();
      assertThat(answer.header("Location")).isEqualTo("/api/servers/" + answer.id());
      JsonNode server = ada.get(answer.header("Location")).requireSuccess().json();
      assertThat(server.path("name").asString("")).isEqualTo("Engines");
      assertThat(server.path("description").asString("")).isEqualTo("All about engines");
      assertThat(server.path("visibility").asString("")).isEqualTo("public");
      assertThat(server.path("ownerId").asString("")).isEqualTo(ada.id());
      assertThat(server.path("memberCount").asInt()).isEqualTo(1);
    }

    @Test
    void shouldBeBornWithATextAndAVoiceChannel() {
      Community community = ada.foundPrivate("Newborn");

      assertThat(community.text()).matches(Ids.UUID_V7);
      assertThat(community.voice()).matches(Ids.UUID_V7);
      assertThat(get(ada, community).path("channels")).hasSize(2);
    }

    @Test
    void shouldStandAmongTheServersOfItsOwnerOnly() {
      Community open = ada.foundPublic("Mine and open");
      Community closed = ada.foundPrivate("Mine and closed");

      assertThat(mine(ada)).contains(open.id(), closed.id());
      assertThat(mine(grace)).doesNotContain(open.id(), closed.id());
    }

    @Test
    void shouldTakeItsNameAsItIs() {
      String name = "‏שלום — Ω≈ç√ 🚀\u0301 «x» <b>&amp;</b>";

      JsonNode server = get(ada, ada.foundPrivate(name));

      assertThat(server.path("name").asString("")).isEqualTo(name);
    }

    @Test
    void shouldTakeTheLongestNameAndDescription() {
      Answer answer =
          ada.post(
              "/api/servers",
              Map.of(
                  "name",
                  "n".repeat(100),
                  "description",
                  "d".repeat(500),
                  "visibility",
                  "private"));

      assertThat(answer).hasStatus(201);
    }
  }

  @Nested
  class WhenAStrangerLooks {

    @Test
    void shouldShowAPublicOneWithoutItsChannels() {
      Community community = ada.foundPublic("Shop window");

      JsonNode seen = get(grace, community);

      assertThat(seen.path("name").asString("")).isEqualTo("Shop window");
      assertThat(seen.path("channels")).isEmpty();
    }

    @Test
    void shouldNotKnowOfAPrivateOne() {
      Community community = ada.foundPrivate("Unheard of");

      Answer answer = grace.get(community.path());

      assertThat(answer).isProblem(404, "server.not-found");
      Answer nothing = grace.get("/api/servers/" + Ids.ofNothing());
      assertThat(nothing.json().path("detail").asString(""))
          .isEqualTo(answer.json().path("detail").asString(""));
    }
  }

  @Nested
  class WhenItIsChanged {

    @Test
    void shouldShowTheNewNameAndDescriptionToAllMembers() {
      Community community = ada.foundPublic("Old");
      grace.join(community);

      Answer answer = ada.patch(community.path(), Map.of("name", "New", "description", "Changed"));

      assertThat(answer).hasStatus(200);
      assertThat(answer.id()).isEqualTo(community.id());
      assertThat(answer.position()).isGreaterThan(community.position());
      assertThat(get(grace, community).path("name").asString("")).isEqualTo("New");
      assertThat(get(grace, community).path("description").asString("")).isEqualTo("Changed");
    }

    @Test
    void shouldNotLetAMemberChangeIt() {
      Community community = ada.foundPublic("Not yours");
      grace.join(community);

      Answer answer = grace.patch(community.path(), Map.of("name", "Mine now"));

      assertThat(answer).isProblem(403, "permission.missing");
      assertThat(get(ada, community).path("name").asString("")).isEqualTo("Not yours");
    }

    @Test
    void shouldNotLetAStrangerKnowWhetherAPrivateOneCouldBe() {
      Community community = ada.foundPrivate("Hidden");

      assertThat(grace.patch(community.path(), Map.of("name", "x")))
          .isProblem(404, "server.not-found");
    }
  }

  @Nested
  class WhenItIsDestroyed {

    @Test
    void shouldBeGoneWithAllThatItHeld() {
      Community community = ada.foundPublic("Doomed");
      grace.join(community);
      Person.Said said = grace.say(community.text(), "last words");

      Answer answer = ada.delete(community.path());

      assertThat(answer).hasStatus(200);
      assertThat(answer.position()).isGreaterThan(said.position());
      for (Person person : List.of(ada, grace)) {
        assertThat(person.get(community.path())).isProblem(404, "server.not-found");
        assertThat(person.get("/api/channels/" + community.text() + "/messages"))
            .isProblem(404, "channel.not-found");
        assertThat(person.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
        assertThat(mine(person)).doesNotContain(community.id());
      }
      assertThat(
              grace.post("/api/channels/" + community.text() + "/messages", Map.of("content", "x")))
          .isProblem(404, "channel.not-found");
    }

    @Test
    void shouldBeTheOwnersToDo() {
      Community community = ada.foundPublic("Here to stay");
      grace.join(community);

      Answer answer = grace.delete(community.path());

      assertThat(answer.status()).isEqualTo(403);
      assertThat(get(ada, community).path("name").asString("")).isEqualTo("Here to stay");
    }
  }
}
