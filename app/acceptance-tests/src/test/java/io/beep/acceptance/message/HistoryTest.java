package io.beep.acceptance.message;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBeep
class HistoryTest {

  private static final int SAID = 120;

  private final Person ada;
  private final String channel;
  private final List<String> ids = new ArrayList<>();
  private final long last;

  HistoryTest(Beep beep) {
    this.ada = beep.ada();
    Community community = ada.foundPrivate("History");
    this.channel = community.text();
    long position = -1;
    for (int i = 0; i < SAID; i++) {
      Person.Said said = ada.say(channel, "m" + i);
      ids.add(said.id());
      position = said.position();
    }
    this.last = position;
  }

  private History history(String query) {
    return ada.history(channel, query);
  }

  private static List<String> contents(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
  }

  @Nested
  class WhenNothingIsAskedFor {

    @Test
    void shouldGiveTheNewestFiftyNewestLast() {
      History page = history("");

      assertThat(page.contents()).isEqualTo(contents(SAID - 50, SAID));
      assertThat(page.hasBefore()).isTrue();
      assertThat(page.hasAfter()).isFalse();
      assertThat(page.position()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void shouldGiveNothingOfAnEmptyChannel() {
      History page = ada.history(ada.foundPrivate("Empty").text(), "");

      assertThat(page.items()).isEmpty();
      assertThat(page.hasBefore()).isFalse();
      assertThat(page.hasAfter()).isFalse();
    }
  }

  @Nested
  class WhenALimitIsGiven {

    @Test
    void shouldGiveNoMore() {
      assertThat(history("?limit=1").contents()).isEqualTo(contents(SAID - 1, SAID));
      assertThat(history("?limit=100").contents()).isEqualTo(contents(SAID - 100, SAID));
    }

    @ParameterizedTest(name = "limit={0}")
    @ValueSource(
        strings = {"0", "-1", "101", "1.5", "ten", "", "1e2", "99999999999999999999", "%31x"})
    void shouldRefuseWhatIsNone(String limit) {
      assertThat(ada.get("/api/channels/" + channel + "/messages?limit=" + limit))
          .isProblem(400, "request.invalid")
          .blames("limit");
    }
  }

  @Nested
  class WhenItIsReadBackwards {

    @Test
    void shouldGiveWhatStandsRightBefore() {
      History page = history("?limit=10&before=" + ids.get(60));

      assertThat(page.contents()).isEqualTo(contents(50, 60));
      assertThat(page.hasBefore()).isTrue();
      assertThat(page.hasAfter()).isTrue();
    }

    @Test
    void shouldGiveEachMessageOnceDownToTheFirst() {
      List<String> all = new ArrayList<>();
      History page = history("?limit=7");
      all.addAll(0, page.contents());
      while (page.hasBefore()) {
        page = history("?limit=7&before=" + page.ids().getFirst());
        assertThat(page.hasAfter()).isTrue();
        all.addAll(0, page.contents());
      }

      assertThat(all).isEqualTo(contents(0, SAID));
    }

    @Test
    void shouldGiveNothingBeforeTheFirst() {
      History page = history("?before=" + ids.getFirst());

      assertThat(page.items()).isEmpty();
      assertThat(page.hasBefore()).isFalse();
      assertThat(page.hasAfter()).isTrue();
    }
  }

  @Nested
  class WhenItIsReadForwards {

    @Test
    void shouldGiveWhatStandsRightAfter() {
      History page = history("?limit=10&after=" + ids.get(60));

      assertThat(page.contents()).isEqualTo(contents(61, 71));
      assertThat(page.hasBefore()).isTrue();
      assertThat(page.hasAfter()).isTrue();
    }

    @Test
    void shouldGiveEachMessageOnceUpToTheLast() {
      List<String> all = new ArrayList<>(List.of("m0"));
      History page = history("?limit=7&after=" + ids.getFirst());
      all.addAll(page.contents());
      while (page.hasAfter()) {
        page = history("?limit=7&after=" + page.ids().getLast());
        all.addAll(page.contents());
      }

      assertThat(all).isEqualTo(contents(0, SAID));
    }

    @Test
    void shouldGiveNothingAfterTheLast() {
      History page = history("?after=" + ids.getLast());

      assertThat(page.items()).isEmpty();
      assertThat(page.hasAfter()).isFalse();
      assertThat(page.hasBefore()).isTrue();
    }
  }

  @Nested
  class WhenItIsReadAroundAMessage {

    @Test
    void shouldGiveItWithWhatStandsOnBothSides() {
      History page = history("?limit=11&around=" + ids.get(60));

      assertThat(page.contents()).hasSize(11).contains("m60", "m56", "m64");
      assertThat(page.contents()).isEqualTo(run(page));
      assertThat(page.hasBefore()).isTrue();
      assertThat(page.hasAfter()).isTrue();
    }

    @Test
    void shouldReachTheBeginning() {
      History page = history("?limit=10&around=" + ids.get(1));

      assertThat(page.contents()).startsWith("m0", "m1", "m2").isEqualTo(run(page));
      assertThat(page.hasBefore()).isFalse();
      assertThat(page.hasAfter()).isTrue();
    }

    @Test
    void shouldReachTheEnd() {
      History page = history("?limit=10&around=" + ids.getLast());

      assertThat(page.contents()).endsWith("m118", "m119").isEqualTo(run(page));
      assertThat(page.hasBefore()).isTrue();
      assertThat(page.hasAfter()).isFalse();
    }

    @Test
    void shouldGoOnInBothDirectionsWithoutGapOrRepeat() {
      History middle = history("?limit=10&around=" + ids.get(60));
      History before = history("?limit=10&before=" + middle.ids().getFirst());
      History after = history("?limit=10&after=" + middle.ids().getLast());
      List<String> all = new ArrayList<>(before.contents());
      all.addAll(middle.contents());
      all.addAll(after.contents());

      int first = Integer.parseInt(all.getFirst().substring(1));
      assertThat(all).isEqualTo(contents(first, first + all.size()));
    }

    /** The whole stretch from the first to the last of the page. */
    private static List<String> run(History page) {
      int first = Integer.parseInt(page.contents().getFirst().substring(1));
      return contents(first, first + page.contents().size());
    }
  }

  @Nested
  class WhenTheMessageNamedIsNone {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"before", "after", "around"})
    void shouldRefuseWhatIsNoId(String direction) {
      assertThat(ada.get("/api/channels/" + channel + "/messages?" + direction + "=newest"))
          .isProblem(400, "request.invalid")
          .blames(direction);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"before", "after", "around"})
    void shouldReadOnFromWhereADeletedOneStood(String direction) {
      String place = ada.foundPrivate("Holes").text();
      List<Person.Said> said =
          IntStream.range(0, 5).mapToObj(i -> ada.say(place, "h" + i)).toList();
      ada.delete("/api/messages/" + said.get(2).id()).requireSuccess();

      History page = ada.history(place, "?limit=10&" + direction + "=" + said.get(2).id());

      switch (direction) {
        case "before" -> assertThat(page.contents()).containsExactly("h0", "h1");
        case "after" -> assertThat(page.contents()).containsExactly("h3", "h4");
        default -> assertThat(page.contents()).containsExactly("h0", "h1", "h3", "h4");
      }
    }

    @Test
    void shouldRefuseTwoDirectionsAtOnce() {
      assertThat(
              ada.get(
                  "/api/channels/%s/messages?before=%s&after=%s"
                      .formatted(channel, ids.get(5), ids.get(2))))
          .hasStatus(400);
    }

    @Test
    void shouldRefuseAnUnknownParameter() {
      assertThat(ada.get("/api/channels/" + channel + "/messages?offset=5"))
          .isProblem(400, "request.invalid")
          .blames("offset");
    }

    @Test
    void shouldRefuseAParameterGivenTwice() {
      assertThat(ada.get("/api/channels/" + channel + "/messages?limit=5&limit=6"))
          .isProblem(400, "request.invalid")
          .blames("limit");
    }

    @Test
    void shouldRefuseABrokenEscape() {
      assertThat(ada.call("GET", "/api/channels/" + channel + "/messages?before=%C3%28").send())
          .hasStatus(400);
    }
  }

  @Nested
  class WhenTheChannelIsNotTheirs {

    @Test
    void shouldNotKnowOfIt(Beep beep) {
      Person stranger = beep.stranger();

      assertThat(stranger.get("/api/channels/" + channel + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(stranger.get("/api/channels/" + Ids.ofNothing() + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(stranger.get("/api/messages/" + ids.getFirst()))
          .isProblem(404, "message.not-found");
    }
  }
}
