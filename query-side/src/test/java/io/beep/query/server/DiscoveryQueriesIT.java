package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.DiscoveredServerView;
import io.beep.coreapi.server.DiscoveryPage;
import io.beep.coreapi.server.FindPublicServers;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.World;
import io.beep.readmodel.server.ServerDocument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryQueriesIT {

  private final World world = new World();
  private final IndexedServers index = new IndexedServers();
  private final UserId owner = world.user("owner");
  private final UserId stranger = world.user("stranger");
  private final DiscoveryQueries queries =
      new DiscoveryQueries(world.readModel(), world.barrier(), index.client(), World.CLOCK);

  @BeforeEach
  void prepare() {
    index.recreate();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ServerId server(
      String name, @Nullable String description, List<String> tags, int members) {
    ServerId server = world.server(owner, "public", name, description);
    index.put(server, name, description, tags, members);
    return server;
  }

  private ServerId server(String name) {
    return server(name, null, List.of(), 1);
  }

  private DiscoveryPage page(String words, int limit, @Nullable String cursor) {
    return answered(queries.answer(new FindPublicServers(words, limit, cursor, stranger), null));
  }

  private List<ServerId> find(String words) {
    return page(words, 50, null).items().stream().map(DiscoveredServerView::id).toList();
  }

  private static int today() {
    return (int) LocalDate.ofInstant(World.CLOCK.instant(), ZoneOffset.UTC).toEpochDay();
  }

  @Nested
  class WhenWordsAreTyped {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Steam Engines        | steam
            Steam Engines        | ENGINES steam
            Steam Engines        | eng
            Steam Engines        | st
            Steam Engines        | engnies
            Steam Engines        | steem
            Café de l'École      | ecole cafe
            Café de l'École      | l'école
            Über Straßen         | uber
            Montréal             | montreal
            Chess               | CHES
            """)
    void shouldFindThemWithoutCaseAccentsAndCare(String name, String words) {
      ServerId server = server(name);
      server("Nothing of the kind");

      assertThat(find(words)).containsExactly(server);
    }

    @Test
    void shouldLookIntoNameDescriptionAndTags() {
      ServerId described = server("Plain", "for friends of looms", List.of(), 1);
      ServerId tagged = server("Simple", null, List.of("looms", "steam power"), 1);
      ServerId named = server("Looms");

      assertThat(find("looms")).containsExactly(named, tagged, described);
      assertThat(find("power looms")).containsExactly(tagged);
      assertThat(find("plain looms")).containsExactly(described);
    }

    @Test
    void shouldPutWhatWasTypedBeforeWhatWasMeant() {
      ServerId like = server("Cheese", null, List.of(), 1000);
      ServerId exact = server("Chess", null, List.of(), 2);

      assertThat(find("chess")).startsWith(exact);
      assertThat(find("cheese")).startsWith(like);
    }

    @Test
    void shouldPutTheLargerAndTheLivelierFirst() {
      ServerId small = server("Chess one", null, List.of(), 2);
      ServerId large = server("Chess two", null, List.of(), 500);
      ServerId lively = world.server(owner, "public", "Chess three", null);
      index.put(
          new ServerDocument(
              lively.value().toString(),
              "Chess three",
              null,
              List.of(),
              500,
              today(),
              4096,
              false,
              Map.of(Integer.toString(today()), 12)));

      assertThat(find("chess")).containsExactly(lively, large, small);
      assertThat(find("")).containsExactly(lively, large, small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\"", "((", "!!! ..."})
    void shouldFindNothingByPunctuation(String words) {
      server("Chess");

      assertThat(find(words)).isEmpty();
    }

    @Test
    void shouldTakeAnythingThatIsTyped() {
      server("Chess");

      assertThat(find("chess OR name:*")).isEmpty();
      assertThat(find("chess ".repeat(30).strip())).hasSize(1);
      assertThat(find("x".repeat(200))).isEmpty();
    }
  }

  @Nested
  class WhenTheyAreShown {

    @Test
    void shouldTellWhatTheReadModelKnows() {
      ServerId server = server("As the index knows it", null, List.of(), 7);
      world.member(server, stranger);

      DiscoveredServerView shown = page("index", 10, null).items().getFirst();

      assertThat(shown.memberCount()).isEqualTo(2);
      assertThat(shown.member()).isTrue();
      assertThat(shown.tags()).isEmpty();
    }

    @Test
    void shouldTellOfTheLastSevenDaysOnly() {
      ServerId server = world.server(owner, "public", "Chess", null);
      index.put(
          new ServerDocument(
              server.value().toString(),
              "Chess",
              null,
              List.of(),
              1,
              today(),
              0,
              false,
              Map.of(
                  Integer.toString(today()), 3,
                  Integer.toString(today() - 6), 4,
                  Integer.toString(today() - 7), 10)));

      assertThat(page("chess", 10, null).items().getFirst().activity()).isEqualTo(24);
    }

    @Test
    void shouldNeverShowAPrivateOneWhateverTheIndexSays() {
      ServerId hidden = world.server(owner, "private", "Chess", null);
      index.put(hidden, "Chess", null, List.of(), 5);
      ServerId gone = new ServerId(new java.util.UUID(5, 5));
      index.put(gone, "Chess", null, List.of(), 5);
      ServerId deleted = server("Chess");
      world.delete(deleted);

      assertThat(find("chess")).isEmpty();
      assertThat(find("")).isEmpty();
    }

    /** Nor does it take the place of one that is shown. */
    @Test
    void shouldPassOverOneThatIsClosed() {
      ServerId open = server("Chess");
      ServerId closed = world.server(owner, "public", "Chess club", null);
      index.put(
          new ServerDocument(
              closed.value().toString(), "Chess club", null, List.of(), 9, 0, 0, true, Map.of()));

      assertThat(find("chess")).containsExactly(open);
      assertThat(page("", 1, null).items())
          .extracting(DiscoveredServerView::id)
          .containsExactly(open);
    }

    @Test
    void shouldPageThroughAllOnce() {
      List<ServerId> all = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        all.add(server("Chess " + i, null, List.of(), 1 + i / 3));
      }

      List<ServerId> seen = new ArrayList<>();
      String cursor = null;
      do {
        DiscoveryPage page = page("chess", 3, cursor);
        page.items().forEach(server -> seen.add(server.id()));
        assertThat(page.total()).isEqualTo(7);
        cursor = page.cursor();
      } while (cursor != null);

      assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Nested
  class WhenTheIndexIsAway {

    @Test
    void shouldSaySoAndNothingElse() {
      DiscoveryQueries cut =
          new DiscoveryQueries(
              world.readModel(), world.barrier(), IndexedServers.deadClient(), World.CLOCK);

      refusedWith(
          "search.unavailable",
          cut.answer(new FindPublicServers("chess", 10, null, stranger), null));
    }

    @Test
    void shouldFindNothingBeforeTheFirstServer() {
      index.remove();

      assertThat(find("chess")).isEmpty();
    }
  }
}
