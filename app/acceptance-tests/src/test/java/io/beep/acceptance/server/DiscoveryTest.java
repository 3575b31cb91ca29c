package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class DiscoveryTest {

  private final Person ada;
  private final Person grace;

  /** No other server has it, those of other tests included. */
  private String word = "";

  DiscoveryTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  @BeforeEach
  void choose() {
    word = "zy" + SignUp.fresh().username().replace("ada.", "");
  }

  private static JsonNode discover(Person person, String words) {
    return person
        .get("/api/discovery/servers?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .requireSuccess()
        .json()
        .path("items");
  }

  /** The index follows a moment later. */
  private static void awaitFound(Person person, String words, String... ids) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(ids(discover(person, words))).containsExactly(ids));
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

      awaitFound(ada, word + " one", community.id());
      JsonNode found = discover(ada, word + " one");
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

      awaitFound(grace, word + "d", id);
    }

    @Test
    void shouldFindItInAnyCase() {
      Community community = ada.foundPublic("CASE " + word + "c");

      awaitFound(grace, "case " + word.toUpperCase(java.util.Locale.ROOT) + "C", community.id());
    }

    @Test
    void shouldTellWhetherTheyAreIn() {
      Community community = ada.foundPublic("Membership " + word + "m");

      awaitFound(ada, word + "m", community.id());
      assertThat(discover(ada, word + "m").path(0).path("member").asBoolean()).isTrue();
      assertThat(discover(grace, word + "m").path(0).path("member").asBoolean()).isFalse();
      assertThat(discover(grace, word + "m").path(0).path("id").asString(""))
          .isEqualTo(community.id());
    }

    @Test
    void shouldFindItByItsTags() {
      Community community = ada.foundPublic("Tagged");

      ada.patch(community.path(), Map.of("tags", List.of(word + "t", " Looms "))).requireSuccess();

      awaitFound(grace, word + "t", community.id());
      JsonNode tags = discover(grace, word + "t").path(0).path("tags");
      assertThat(tags.toString()).isEqualTo("[\"%s\",\"looms\"]".formatted(word + "t"));
      assertThat(grace.patch(community.path(), Map.of("tags", List.of("mine"))))
          .isProblem(403, "permission.missing");
      assertThat(ada.patch(community.path(), Map.of("tags", List.of("x".repeat(21)))))
          .isProblem(400, "server.tags-invalid")
          .blames("tags");
    }

    @Test
    void shouldFindOneThatIsOpenedUntilItIsClosed() {
      Community community = ada.foundPrivate("Opened " + word + "o");
      assertThat(grace.get(community.path())).isProblem(404, "server.not-found");

      ada.patch(community.path(), Map.of("visibility", "public")).requireSuccess();
      awaitFound(grace, word + "o", community.id());
      grace.join(community);
      assertThat(grace.patch(community.path(), Map.of("visibility", "private")))
          .isProblem(403, "permission.missing");

      ada.patch(community.path(), Map.of("visibility", "private")).requireSuccess();
      assertThat(discover(grace, word + "o")).isEmpty();
      JsonNode kept = grace.get(community.path()).requireSuccess().json();
      assertThat(kept.path("visibility").asString("")).isEqualTo("private");
    }

    @Test
    void shouldFindItAsOneTypesWithErrorsAndWithoutAccents() {
      Community community = ada.foundPublic("Été " + word + "élan");

      awaitFound(grace, "ete " + word + "elan", community.id());
      awaitFound(grace, word, community.id());
      String mistyped = word + "e1an";
      awaitFound(grace, mistyped, community.id());
    }

    @Test
    void shouldNotFindAPrivateOne() {
      Community open = ada.foundPublic("Open " + word + "p");
      ada.foundPrivate("Secret " + word + "p");

      awaitFound(grace, word + "p", open.id());
      assertThat(ids(discover(ada, "secret " + word + "p"))).isEmpty();
    }

    @Test
    void shouldNotFindOneThatIsGone() {
      Community community = ada.foundPublic("Gone " + word + "g");
      awaitFound(grace, word + "g", community.id());
      ada.delete(community.path()).requireSuccess();

      assertThat(discover(grace, word + "g")).isEmpty();
    }

    @Test
    void shouldTakeSignsForWhatTheyAre() {
      Community percent = ada.foundPublic("100% " + word + "s");

      awaitFound(grace, "100% " + word + "s", percent.id());
      assertThat(discover(grace, "%_" + word)).isEmpty();
      assertThat(discover(grace, "\\' OR 1=1 -- " + word)).isEmpty();
    }

    @Test
    void shouldPageThroughAll() {
      for (int i = 0; i < 5; i++) {
        ada.foundPublic("Page " + word);
      }
      await().atMost(Duration.ofSeconds(15)).until(() -> discover(grace, word).size() == 5);

      java.util.Set<String> seen = new java.util.HashSet<>();
      String path = "/api/discovery/servers?limit=2&q=" + word;
      JsonNode page = grace.get(path).requireSuccess().json();
      seen.addAll(ids(page.path("items")));
      while (page.has("cursor")) {
        page =
            grace.get(path + "&cursor=" + page.path("cursor").asString()).requireSuccess().json();
        seen.addAll(ids(page.path("items")));
      }

      assertThat(seen).hasSize(5);
      assertThat(grace.get(path + "&cursor=nonsense")).isProblem(400, "search.cursor-invalid");
    }

    @Test
    void shouldShowSomethingToWhoAsksForNothing() {
      ada.foundPublic("Anything");

      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () ->
                  assertThat(
                          grace.get("/api/discovery/servers").requireSuccess().json().path("items"))
                      .isNotEmpty());
    }

    @Test
    void shouldRefuseMoreThanAnyNameHas() {
      assertThat(grace.get("/api/discovery/servers?q=" + "q".repeat(201)))
          .isProblem(400, "request.invalid")
          .blames("q");
    }
  }
}
