package io.beep.acceptance.message;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class SearchTest {

  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private final Community community;
  private final String hidden;
  private final Person.Said secret;

  SearchTest(Beep beep) {
    this.ada = beep.newcomer();
    this.grace = beep.newcomer();
    this.stranger = beep.newcomer();
    this.community = ada.foundPublic("Library");
    grace.join(community);
    this.hidden = ada.openPrivateChannel(community, "hidden");
    for (String content :
        List.of(
            "The engines were running all night",
            "Les chevaux mangeaient près de l’école",
            "Un café très noir, s’il vous plaît",
            "A difference engine is not an analytical one",
            "naïve façade")) {
      ada.say(community.text(), content);
    }
    grace.say(community.voice(), "engine room chatter");
    this.secret = ada.say(hidden, "the engine is a secret");
    awaitFound(ada, "secret", "", 1);
  }

  private static JsonNode search(Person person, String words, String more) {
    String q = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return person.get("/api/search/messages?q=" + q + more).requireSuccess().json();
  }

  private static List<String> contents(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(item -> item.path("message").path("content").asString(""))
        .toList();
  }

  /** The index follows a moment later. */
  private static void awaitFound(Person person, String words, String more, int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(contents(search(person, words, more))).hasSize(count));
  }

  @Nested
  class WhenWordsAreAskedFor {

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            running      | The engines were running all night
            run          | The engines were running all night
            RUNNING      | The engines were running all night
            nights       | The engines were running all night
            cheval       | Les chevaux mangeaient près de l’école
            ecole        | Les chevaux mangeaient près de l’école
            écoles       | Les chevaux mangeaient près de l’école
            ÉCOLE        | Les chevaux mangeaient près de l’école
            cafe         | Un café très noir, s’il vous plaît
            cafés        | Un café très noir, s’il vous plaît
            plait        | Un café très noir, s’il vous plaît
            facade naive | naïve façade
            """)
    void shouldFind(String words, String content) {
      assertThat(contents(search(grace, words, ""))).containsExactly(content);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"locomotive", "engine locomotive", "\"engine difference\"", "zzz"})
    void shouldFindNothing(String words) {
      JsonNode page = search(grace, words, "");

      assertThat(page.path("items")).isEmpty();
      assertThat(page.path("total").asLong(-1)).isZero();
    }

    @Test
    void shouldFindAPhrase() {
      assertThat(contents(search(grace, "\"difference engine\"", "")))
          .containsExactly("A difference engine is not an analytical one");
    }

    @Test
    void shouldMarkWhatMatched() {
      JsonNode found = search(grace, "analytical", "").path("items").path(0);

      assertThat(found.path("highlights").path(0).asString(""))
          .contains("analytical")
          .isNotEqualTo("A difference engine is not an analytical one");
      assertThat(found.path("message").path("author").path("id").asString("")).isEqualTo(ada.id());
    }
  }

  @Nested
  class WhenAPlaceIsNamed {

    @Test
    void shouldFindOnlyThere() {
      assertThat(contents(search(grace, "engine", "&channelId=" + community.voice())))
          .containsExactly("engine room chatter");
      assertThat(contents(search(grace, "engine", "&serverId=" + community.id()))).hasSize(3);
      assertThat(contents(search(grace, "engine", "&serverId=" + grace.foundPrivate("Else").id())))
          .isEmpty();
    }

    @Test
    void shouldNotKnowWhatTheyMayNotSee() {
      for (String place :
          List.of(
              "&channelId=" + hidden,
              "&channelId=" + Ids.ofNothing(),
              "&serverId=" + ada.foundPrivate("Ada’s own").id(),
              "&serverId=" + Ids.ofNothing())) {
        Answer answer = grace.get("/api/search/messages?q=engine" + place);
        if (answer.status() == 200) {
          assertThat(answer.json().path("items")).as(place).isEmpty();
        } else {
          assertThat(answer.status()).as(place).isEqualTo(404);
        }
      }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"channelId", "serverId"})
    void shouldRefuseWhatIsNoId(String parameter) {
      assertThat(grace.get("/api/search/messages?q=engine&" + parameter + "=here"))
          .isProblem(400, "request.invalid")
          .blames(parameter);
    }
  }

  @Nested
  class WhenSomeoneMayNotRead {

    @Test
    void shouldFindNothingInAChannelThatIsNotTheirs() {
      assertThat(contents(search(ada, "secret", ""))).containsExactly("the engine is a secret");
      assertThat(contents(search(grace, "secret", ""))).isEmpty();
      assertThat(contents(search(grace, "engine", ""))).hasSize(3);
      assertThat(search(grace, "secret", "").path("total").asLong(-1)).isZero();
      assertThat(secret.id()).isNotEmpty();
    }

    @Test
    void shouldFindNothingAsAStranger() {
      assertThat(contents(search(stranger, "engine", ""))).isEmpty();
    }

    @Test
    void shouldFindNothingOnceTheyHaveLeft() {
      Community other = ada.foundPublic("Left behind");
      stranger.join(other);
      ada.say(other.text(), "parting gift");
      awaitFound(stranger, "parting", "", 1);

      stranger.leave(other);

      assertThat(contents(search(stranger, "parting", ""))).isEmpty();
    }
  }

  @Nested
  class WhenOneAsksForWhatOneHasJustWritten {

    @ParameterizedTest
    @ValueSource(strings = {"firstling", "secondling", "thirdling"})
    void shouldFindItAtOnce(String word) {
      Person.Said said = grace.say(community.text(), word);

      assertThat(contents(search(grace, word, "&atLeast=" + said.position())))
          .containsExactly(word);
    }

    @Test
    void shouldNotFindWhatOneHasJustDeleted() {
      Person.Said said = grace.say(community.text(), "mayfly");
      assertThat(contents(search(grace, "mayfly", "&atLeast=" + said.position()))).hasSize(1);

      long position = grace.delete("/api/messages/" + said.id()).requireSuccess().position();

      JsonNode page = search(grace, "mayfly", "&atLeast=" + position);
      assertThat(contents(page)).isEmpty();
      assertThat(page.path("total").asLong(-1)).as("nor does the index count it").isZero();
    }
  }

  @Nested
  class WhenMessagesChange {

    @Test
    void shouldFindTheNewWordsAndNotTheOld() {
      Person.Said said = grace.say(community.text(), "quaxolotl");
      awaitFound(grace, "quaxolotl", "", 1);

      grace.patch("/api/messages/" + said.id(), Map.of("content", "vexillum")).requireSuccess();

      awaitFound(grace, "vexillum", "", 1);
      awaitFound(grace, "quaxolotl", "", 0);
    }

    @Test
    void shouldNotFindWhatIsDeleted() {
      Person.Said said = grace.say(community.text(), "ephemeral zymurgy");
      awaitFound(grace, "zymurgy", "", 1);

      grace.delete("/api/messages/" + said.id()).requireSuccess();

      awaitFound(grace, "zymurgy", "", 0);
    }
  }

  @Nested
  class WhenThereIsMuch {

    private static final int MANY = 60;

    @Test
    void shouldGiveEachOnceOverAllPages() {
      String channel = ada.foundPrivate("Much").text();
      IntStream.range(0, MANY).forEach(i -> ada.say(channel, "plentiful " + i));
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> search(ada, "plentiful", "").path("total").asLong() == MANY);

      List<String> all = new ArrayList<>();
      JsonNode page = search(ada, "plentiful", "");
      all.addAll(contents(page));
      while (page.hasNonNull("cursor")) {
        page =
            search(
                ada,
                "plentiful",
                "&cursor="
                    + URLEncoder.encode(page.path("cursor").asString(""), StandardCharsets.UTF_8));
        assertThat(page.path("items")).isNotEmpty();
        all.addAll(contents(page));
      }

      assertThat(all).doesNotHaveDuplicates().hasSize(MANY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "AAAA", "%00", "eyJhIjoxfQ"})
    void shouldRefuseACursorThatItDidNotGive(String cursor) {
      assertThat(ada.get("/api/search/messages?q=engine&cursor=" + cursor)).hasStatus(400);
    }
  }

  @Nested
  class WhenTheWordsAreNone {

    @ParameterizedTest(name = "q={0}")
    @ValueSource(strings = {"", "%20%20", "%09"})
    void shouldRefuseNone(String q) {
      assertThat(ada.get("/api/search/messages?q=" + q))
          .isProblem(400, "search.words-invalid")
          .blames("q");
    }

    @Test
    void shouldRefuseWithoutWords() {
      assertThat(ada.get("/api/search/messages"))
          .isProblem(400, "search.words-invalid")
          .blames("q");
    }

    @Test
    void shouldRefuseTooMany() {
      assertThat(ada.get("/api/search/messages?q=" + "q".repeat(201)))
          .isProblem(400, "search.words-invalid")
          .blames("q");
    }

    @Test
    void shouldRefuseNul() {
      assertThat(ada.get("/api/search/messages?q=a%00b")).isProblem(400, "request.nul");
    }

    @Test
    void shouldRefuseMalformedUtf8() {
      assertThat(ada.get("/api/search/messages?q=%C3%28")).isProblem(400, "request.malformed-utf8");
    }

    /** Whatever the language of the index makes of such signs, a client asked for text. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "*",
          "eng*",
          "engine OR 1=1",
          "content:engine",
          "\"",
          "\"unclosed",
          "((",
          "a AND",
          "~",
          "/.*/",
          "{\"match_all\":{}}",
          "-engine",
          "\\"
        })
    void shouldTakeSignsForText(String words) {
      JsonNode page = search(stranger, words, "");

      assertThat(page.path("items")).isEmpty();
    }
  }
}
