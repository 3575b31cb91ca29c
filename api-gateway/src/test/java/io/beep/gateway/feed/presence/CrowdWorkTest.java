package io.beep.gateway.feed.presence;

import static io.beep.gateway.feed.presence.Room.server;
import static io.beep.gateway.feed.presence.Room.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Room.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 10 000 people in one server come within a minute, all of them looking at it. */
class CrowdWorkTest {

  private static final int PEOPLE = 10_000;
  private static final int SECONDS = 60;
  private static final int SHOWN = 30;

  private final ServerId square = server(1);

  @Test
  void shouldCostBoundedWorkThatTenThousandComeWithinAMinute() {
    Room room = new Room();
    Random random = new Random(7);
    List<Line> lines = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int i = second * PEOPLE / SECONDS; i < (second + 1) * PEOPLE / SECONDS; i++) {
        Line line = room.follows(user(i), i, square);
        lines.add(line);
        room.crowd.watch(
            line, IntStream.range(0, SHOWN).mapToObj(_ -> user(random.nextInt(PEOPLE))).toList());
      }
      long before = room.tellings;
      room.second();
      assertThat(room.tellings - before)
          .as("in one second")
          .isLessThanOrEqualTo(PresenceNumbers.TELLINGS_PER_SECOND + 2 * PresenceNumbers.LARGE);
    }
    room.passes(Duration.ofSeconds(30));

    // Told to each of all: 10^8. The first 1 000 are told to each other, then 30 are watched by
    // each.
    assertThat(room.crowd.of(square).connected()).isEqualTo(PEOPLE);
    assertThat(room.tellings).isLessThan(1_500_000);
    // At most one frame per stream per second, and most seconds none.
    assertThat(room.frames).isLessThan(PEOPLE * 60L);

    // What is shown is right for everyone who watches it.
    Line last = lines.getLast();
    UserId someone = user(17);
    room.crowd.watch(last, List.of(someone));
    room.second();
    assertThat(room.shownTo(last, someone)).isEqualTo(Presence.ONLINE);
    room.chooses(someone, Status.DND);
    room.passes(Duration.ofSeconds(4));
    assertThat(room.shownTo(last, someone)).isEqualTo(Presence.DND);
  }

  @Test
  void shouldTellThoseOnlyWhoWatchInALargeServer() {
    Room room = new Room();
    for (int i = 0; i < PresenceNumbers.LARGE + 200; i++) {
      room.follows(user(i), i, square);
    }
    room.passes(Duration.ofSeconds(40));
    room.heard.clear();
    Line watching = new Line(user(5), 5);
    room.crowd.watch(watching, List.of(user(1)));
    room.second();

    room.chooses(user(1), Status.IDLE);
    room.passes(Duration.ofSeconds(4));

    assertThat(room.shownTo(watching, user(1))).isEqualTo(Presence.IDLE);
    assertThat(room.heard.keySet()).containsExactlyInAnyOrder(watching, new Line(user(1), 1));
    assertThat(room.crowd.of(square).complete()).isFalse();
    assertThat(room.crowd.of(square).presences()).hasSize(PresenceNumbers.LARGE);
  }
}
