package io.beep.gateway.feed.presence;

import static io.beep.gateway.feed.presence.Room.device;
import static io.beep.gateway.feed.presence.Room.server;
import static io.beep.gateway.feed.presence.Room.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;
import io.beep.gateway.feed.presence.Neighbours.Told;
import io.beep.gateway.feed.presence.Room.Line;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final UserId ADA = user(1);
  private static final UserId GRACE = user(2);
  private static final ServerId ENGINES = server(1);

  private final Room room = new Room();
  private Line grace;

  @BeforeEach
  void graceIsThere() {
    grace = room.follows(GRACE, 100, ENGINES);
    room.second();
  }

  @Nested
  class WhenDevicesComeAndGo {

    @Test
    void shouldTellWhoSharesAServer() {
      Line stranger = room.opens(user(3), 300, server(2));
      room.opens(ADA, 1, ENGINES);
      room.second();

      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
      assertThat(room.heard.getOrDefault(stranger, java.util.Map.of())).doesNotContainKey(ADA);
    }

    @Test
    void shouldBeOnlineWhileAnyDeviceIsUsed() {
      Line phone = room.opens(ADA, 1, ENGINES);
      Line laptop = room.opens(ADA, 2, ENGINES);
      room.second();
      room.crowd.said(phone, true, room.now);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.crowd.said(laptop, true, room.now);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.IDLE);

      room.crowd.said(phone, false, room.now);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
    }

    @Test
    void shouldNotFlickerOverAReload() {
      Line before = room.opens(ADA, 1, ENGINES);
      room.second();
      room.heard.clear();

      room.closes(before);
      room.passes(Duration.ofSeconds(5));
      Line after = room.opens(ADA, 1, ENGINES);
      room.passes(Duration.ofSeconds(30));
      room.crowd.said(after, false, room.now);
      room.passes(Duration.ofSeconds(30));

      assertThat(room.heard).isEmpty();
    }

    @Test
    void shouldBeOfflineSoonAfterTheLastDeviceIsGone() {
      Line phone = room.opens(ADA, 1, ENGINES);
      Line laptop = room.opens(ADA, 2, ENGINES);
      room.second();
      room.closes(phone);
      room.passes(Duration.ofSeconds(30));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.closes(laptop);
      room.passes(PresenceNumbers.GRACE.plusSeconds(5));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.OFFLINE);
      assertThat(room.crowd.of(ENGINES).presences()).containsOnlyKeys(GRACE);
      assertThat(room.crowd.knowsNothingOf(phone)).isTrue();
    }

    @Test
    void shouldBeOfflineWithinAMinuteOfALostConnection() {
      Line phone = room.opens(ADA, 1, ENGINES);
      room.crowd.said(phone, false, room.now);
      room.second();
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.passes(Duration.ofSeconds(55));

      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.OFFLINE);
      room.crowd.said(phone, false, room.now);
      room.second();
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
    }

    @Test
    void shouldBeOfflineWithinAMinuteOfAConnectionThatIsLostBeforeTheFirstSign() {
      room.opens(ADA, 1, ENGINES);
      room.second();
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.passes(Duration.ofSeconds(55));

      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void shouldExpectNoSignOfWhoIsNoDevice() {
      room.follows(ADA, 1, ENGINES);
      room.passes(Duration.ofMinutes(10));

      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
    }

    @Test
    void shouldForgetTheOldLineOfADevice() {
      Line dead = room.opens(ADA, 1, ENGINES);
      room.crowd.said(dead, false, room.now);
      Line live = new Line(ADA, 77);
      room.crowd.admitted(live, ADA, device(1), Set.of(ENGINES), room.now);

      assertThat(room.crowd.streamsOf(ADA, device(1))).containsExactly(live);
    }
  }

  @Nested
  class WhenSomeoneChooses {

    @Test
    void shouldShowNothingBeforeTheChoiceIsKnown() {
      room.opens(ADA, 1, ENGINES);
      room.secondWithoutStore();
      room.secondWithoutStore();

      assertThat(room.heard.get(grace)).doesNotContainKey(ADA);
      assertThat(room.announced)
          .noneMatch(told -> told instanceof Told.Here here && here.guest().user().equals(ADA));
    }

    @Test
    void shouldTellNothingAtAllOfSomeoneInvisible() {
      room.stored.put(ADA, Status.INVISIBLE);
      Line phone = room.opens(ADA, 1, ENGINES);
      room.second();
      Line laptop = room.opens(ADA, 2, ENGINES);
      room.crowd.said(phone, true, room.now);
      room.crowd.joined(ADA, server(5));
      room.passes(Duration.ofSeconds(30));
      room.closes(phone);
      room.closes(laptop);
      room.passes(Duration.ofSeconds(60));

      assertThat(room.heard.values()).noneMatch(presences -> presences.containsKey(ADA));
      assertThat(room.announced)
          .noneMatch(told -> told instanceof Told.Here here && here.guest().user().equals(ADA))
          .noneMatch(told -> told instanceof Told.Gone gone && gone.user().equals(ADA));
      assertThat(room.crowd.of(ENGINES).connected()).isEqualTo(1);
      assertThat(room.crowd.of(ENGINES, List.of(ADA)).presences()).isEmpty();
    }

    @Test
    void shouldAnswerWatchersOfSomeoneInvisibleAsOfSomeoneAbsent() {
      room.stored.put(ADA, Status.INVISIBLE);
      room.opens(ADA, 1, ENGINES);
      room.second();
      room.crowd.watch(grace, List.of(ADA, user(9)));
      room.second();

      assertThat(room.heard.get(grace))
          .containsEntry(ADA, Presence.OFFLINE)
          .containsEntry(user(9), Presence.OFFLINE);
    }

    @Test
    void shouldGoAndComeBackByChoice() {
      room.opens(ADA, 1, ENGINES);
      room.second();
      room.chooses(ADA, Status.DND);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.DND);

      room.chooses(ADA, Status.INVISIBLE);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.OFFLINE);

      room.chooses(ADA, Status.ONLINE);
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
    }

    @Test
    void shouldBelieveASignalMoreThanWhatWasReadBefore() {
      room.opens(ADA, 1, ENGINES);
      Set<UserId> loading = room.crowd.takeWhoToLoad();
      java.time.Instant asked = room.now;
      room.now = room.now.plusMillis(10);
      room.crowd.chose(ADA, Status.INVISIBLE, room.now);
      room.crowd.loaded(loading, java.util.Map.of(), asked);
      room.secondWithoutStore();

      assertThat(room.heard.get(grace)).doesNotContainKey(ADA);
    }

    @Test
    void shouldBeToldOnceInAFewSecondsHoweverOftenItChanges() {
      room.opens(ADA, 1, ENGINES);
      room.second();
      long before = room.tellings;
      for (int i = 0; i < 30; i++) {
        room.crowd.chose(ADA, i % 2 == 0 ? Status.DND : Status.ONLINE, room.now);
        room.secondWithoutStore();
      }
      // To two streams each, hers and Grace's.
      assertThat(room.tellings - before).isLessThanOrEqualTo(2 * 11);
    }
  }

  @Nested
  class WhenMembershipsChange {

    @Test
    void shouldTellAServerThatSomeoneJoins() {
      Line ada = room.opens(ADA, 1, server(2));
      room.second();
      room.crowd.joined(ADA, ENGINES);
      room.lives(ada, ENGINES);
      room.passes(Duration.ofSeconds(4));

      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
      assertThat(room.crowd.of(ENGINES).connected()).isEqualTo(2);
    }

    @Test
    void shouldTellNothingMoreAfterSomeoneLeft() {
      room.opens(ADA, 1, ENGINES);
      room.second();
      room.crowd.watch(grace, List.of(ADA));
      room.second();
      room.crowd.left(ADA, ENGINES);
      room.passes(Duration.ofSeconds(4));
      room.heard.clear();

      room.chooses(ADA, Status.DND);
      room.passes(Duration.ofSeconds(10));

      assertThat(room.heard.getOrDefault(grace, java.util.Map.of())).doesNotContainKey(ADA);
      assertThat(room.crowd.of(ENGINES).presences()).containsOnlyKeys(GRACE);
    }

    @Test
    void shouldForgetAServerThatEnds() {
      room.crowd.ended(ENGINES);

      assertThat(room.crowd.of(ENGINES).connected()).isZero();
    }
  }

  @Nested
  class WhenOtherNodesTell {

    private void there(String node, boolean idle, Status status) {
      room.crowd.heard(List.of(new Told.Here(node, new Guest(ADA, idle, status, Set.of(ENGINES)))));
    }

    @Test
    void shouldShowWhoIsThere() {
      there("b", false, Status.ONLINE);
      room.second();
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);
    }

    @Test
    void shouldBeOnlineWhileAnyNodeSaysSo() {
      there("b", true, Status.ONLINE);
      there("c", false, Status.ONLINE);
      room.second();
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.crowd.heard(List.of(new Told.Gone("c", ADA)));
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.IDLE);
    }

    @Test
    void shouldLoseThoseOfASilentNodeUnlessTheyAreHere() {
      there("b", false, Status.ONLINE);
      room.second();
      Line back = room.opens(ADA, 1, ENGINES);
      room.crowd.heard(List.of(new Told.Silent("b")));
      room.passes(Duration.ofSeconds(4));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.ONLINE);

      room.closes(back);
      room.passes(Duration.ofSeconds(20));
      assertThat(room.shownTo(grace, ADA)).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void shouldTellThemThatSomeoneIsGoneWhoBecomesInvisible() {
      room.opens(ADA, 1, ENGINES);
      room.second();
      room.chooses(ADA, Status.INVISIBLE);
      assertThat(room.announced).endsWith(new Told.Gone("here", ADA));

      room.chooses(ADA, Status.DND);
      assertThat(room.announced)
          .endsWith(new Told.Here("here", new Guest(ADA, false, Status.DND, Set.of(ENGINES))));
    }

    @Test
    void shouldTellThemOfThoseHereAndOfTheirEnd() {
      Line ada = room.opens(ADA, 1, ENGINES);
      room.second();
      assertThat(room.announced)
          .contains(new Told.Here("here", new Guest(ADA, false, Status.ONLINE, Set.of(ENGINES))));

      room.closes(ada);
      assertThat(room.announced).doesNotContain(new Told.Gone("here", ADA));
      room.passes(Duration.ofSeconds(20));
      assertThat(room.announced).contains(new Told.Gone("here", ADA));
    }
  }
}
