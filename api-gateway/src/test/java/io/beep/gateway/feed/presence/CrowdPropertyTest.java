package io.beep.gateway.feed.presence;

import static io.beep.gateway.feed.presence.Room.server;
import static io.beep.gateway.feed.presence.Room.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Room.Line;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever devices and choices come, in whatever order: when all is quiet, what others were told is
 * what the rule says of the devices that are there, and the snapshot says the same.
 */
class CrowdPropertyTest {

  private static final int STORIES = 300;
  private static final int STEPS = 60;
  private static final int PEOPLE = 5;

  /** The rule once more, said in another way. */
  private static Presence expected(Status chosen, Map<Line, Boolean> devices) {
    if (devices.isEmpty() || chosen == Status.INVISIBLE) {
      return Presence.OFFLINE;
    }
    if (chosen == Status.DND) {
      return Presence.DND;
    }
    boolean allIdle = devices.values().stream().allMatch(Boolean::booleanValue);
    return chosen == Status.IDLE || allIdle ? Presence.IDLE : Presence.ONLINE;
  }

  @Test
  void shouldShowWhatTheRuleSaysOfTheDevicesThatAreThere() {
    for (int seed = 0; seed < STORIES; seed++) {
      Random random = new Random(seed);
      Room room = new Room();
      Line watcher = room.opens(user(99), 99, server(1));
      Map<UserId, Map<Line, Boolean>> devices = new HashMap<>();
      Set<UserId> everSeen = new HashSet<>();
      int number = 1000;
      for (int step = 0; step < STEPS; step++) {
        UserId user = user(random.nextInt(PEOPLE));
        Map<Line, Boolean> own = devices.computeIfAbsent(user, _ -> new HashMap<>());
        Line one = own.keySet().stream().findAny().orElse(null);
        switch (random.nextInt(5)) {
          case 0 -> own.put(room.opens(user, number++, server(1)), false);
          case 1 -> {
            if (one != null) {
              own.remove(one);
              room.closes(one);
            }
          }
          case 2 -> {
            if (one != null) {
              boolean idle = random.nextBoolean();
              own.put(one, idle);
              room.crowd.said(one, idle, room.now);
            }
          }
          case 3 -> room.chooses(user, Status.values()[random.nextInt(Status.values().length)]);
          default -> room.second();
        }
      }
      // Those that gave a sign go on giving some; grace ends; all that waits is told.
      for (int i = 0; i < 4; i++) {
        devices
            .values()
            .forEach(own -> own.forEach((line, idle) -> room.crowd.said(line, idle, room.now)));
        room.passes(Duration.ofSeconds(10));
      }
      devices.forEach(
          (user, own) -> {
            Presence right = expected(room.stored.getOrDefault(user, Status.ONLINE), own);
            assertThat(room.shownTo(watcher, user)).isEqualTo(right);
            assertThat(room.crowd.of(server(1)).presences().getOrDefault(user, Presence.OFFLINE))
                .isEqualTo(right);
            everSeen.add(user);
          });
      assertThat(everSeen).as("seed %d did something", seed).isNotEmpty();
    }
  }
}
