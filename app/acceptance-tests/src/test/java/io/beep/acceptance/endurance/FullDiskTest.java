package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnOwnBeep
class FullDiskTest {

  private static final int PER_SECOND = 300;

  /** Beep alone takes half of it. */
  private static final int MEGABYTES = 400;

  /** Long enough for the log of PostgreSQL to have run out of the room that it had taken before. */
  private static final Duration FULL = Duration.ofSeconds(15);

  /** The limit on commands and queries is five seconds; the rest is for a busy machine. */
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private static final Duration SIGN_IN = Duration.ofSeconds(15);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Nested
  @Timeout(240)
  class WhenTheDiskIsFullWhilePeopleTalk {

    @Test
    void shouldRefuseWhatItCannotKeepAndGoOnOnceThereIsRoom() throws IOException {
      try (SmallDisk disk = SmallDisk.mountOrSkip(MEGABYTES);
          OwnBeep own = OwnBeep.in(disk.directory())) {
        BeepProcess process = own.process(Limits.OFF);
        Person ada = LongTokens.of(process, process.beep().newcomer());
        Community community = ada.foundPublic("Full house");
        List<Listener> listeners = Aftermath.listeners(ada, community);
        String name = "frugal";

        Map<Integer, Person.Said> acknowledged;
        try (Talk talk = new Talk(ada, community.text(), name, PER_SECOND);
            Callers callers = Callers.of(ada, community, ANSWER, SIGN_IN)) {
          talk.awaitProgress(300, START);
          callers.awaitService(START);

          disk.whileFull(
              () -> {
                await("messages to be refused")
                    .atMost(START)
                    .untilAsserted(
                        () ->
                            assertThat(talk.answers().count(503))
                                .as("%s", talk.answers())
                                .isPositive());
                Moments.pass(FULL);
                // It cannot come back before there is room, and must not give up trying.
                Fault.POSTGRESQL.befall(process);
                Moments.pass(FULL.dividedBy(3));
              });

          long room = System.nanoTime();
          talk.awaitProgress(300, MINUTE);
          callers.awaitService(MINUTE);
          Told.of(
              "a full disk",
              "all goes on %.1f s after it had room".formatted((System.nanoTime() - room) / 1e9));
          acknowledged = talk.finish();
          Told.of("a full disk", "messages " + talk.answers());
          talk.answers().requireOnly(201, ANSWER);
          callers.requirePatience();
        }

        assertThat(process.isAlive()).isTrue();
        new Aftermath(process, ada, community.text(), name, acknowledged)
            .requireAllOnceInEveryView(listeners);
        listeners.forEach(Listener::close);
      }
    }
  }
}
