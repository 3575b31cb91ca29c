package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class DiscoveryTest {

  private final Person ada;
  private final Person grace;

  /** No other server has it. */
  private final String word = "zy" + SignUp.fresh().username().replace("ada.", "");

  DiscoveryTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  private static JsonNode discover(Person person, String words) {
    return person
        .get("/api/discovery/servers?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .requireSuccess()
        .json()
        .path("items");
  }

  private static List<String> ids(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("id").asString(""))
        .toList();
  }

  @Nested
  class WhenSomeoneLooksForAServer {

    @Test
    void shouldFindAPublicOneByAWordOfItsName() {
      Community community = ada.foundPublic("Steam " + word + " one");
      grace.join(community);

      JsonNode found = discover(ada, word + " one");

      assertThat(ids(found)).containsExactly(community.id());
      assertThat(found.path(0).path("memberCount").asInt()).isEqualTo(2);
    }

    @Test
    void shouldFindItByItsDescription() {
      String id =
          ada.post(
                  "/api/servers",
                  Map.of(
                      "name",
                      "Plain",
                      "description",
                      "for " + word + "d friends",
                      "visibility",
                      "public"))
              .id();

      assertThat(ids(discover(grace, word + "d"))).containsExactly(id);
    }

    @Test
    void shouldFindItInAnyCase() {
      Community community = ada.foundPublic("CASE " + word + "c");

      assertThat(ids(discover(grace, "case " + word.toUpperCase(java.util.Locale.ROOT) + "C")))
          .containsExactly(community.id());
    }

    @Test
    void shouldTellWhetherTheyAreIn() {
      Community community = ada.foundPublic("Membership " + word + "m");

      assertThat(discover(ada, word + "m").path(0).path("member").asBoolean()).isTrue();
      assertThat(discover(grace, word + "m").path(0).path("member").asBoolean()).isFalse();
      assertThat(discover(grace, word + "m").path(0).path("id").asString(""))
          .isEqualTo(community.id());
    }

    @Test
    void shouldNotFindAPrivateOne() {
      ada.foundPrivate("Secret " + word + "p");

      assertThat(discover(grace, word + "p")).isEmpty();
    }

    @Test
    void shouldNotFindOneThatIsGone() {
      Community community = ada.foundPublic("Gone " + word + "g");
      ada.delete(community.path()).requireSuccess();

      assertThat(discover(grace, word + "g")).isEmpty();
    }

    @Test
    void shouldTakeSignsForWhatTheyAre() {
      Community percent = ada.foundPublic("100% " + word + "s");
      ada.foundPublic("100 times " + word + "s");

      assertThat(ids(discover(grace, "100% " + word + "s"))).contains(percent.id());
      assertThat(discover(grace, "%_" + word)).isEmpty();
      assertThat(discover(grace, "\\' OR 1=1 -- " + word)).isEmpty();
    }

    @Test
    void shouldShowSomethingToWhoAsksForNothing() {
      ada.foundPublic("Anything");

      assertThat(grace.get("/api/discovery/servers").requireSuccess().json().path("items"))
          .isNotEmpty();
    }

    @Test
    void shouldRefuseMoreThanAnyNameHas() {
      assertThat(grace.get("/api/discovery/servers?q=" + "q".repeat(201)))
          .isProblem(400, "request.invalid")
          .blames("q");
    }
  }
}
