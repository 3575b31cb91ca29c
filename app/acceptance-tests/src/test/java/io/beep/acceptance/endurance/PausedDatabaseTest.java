package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnOwnBeep
class PausedDatabaseTest {

  private static final int PER_SECOND = 300;

  /** Longer than every limit on what waits for the database. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** The limit on commands and queries is five seconds; the rest is for a busy machine. */
  private static final Duration ANSWER = Duration.ofSeconds(8);

  /** A password is hashed on the way. */
  private static final Duration SIGN_IN = Duration.ofSeconds(15);

  private static final Duration SECONDS = Duration.ofSeconds(15);

  private final OwnBeep own;

  PausedDatabaseTest(OwnBeep own) {
    this.own = own;
  }

  @Nested
  @Timeout(180)
  class WhenTheDatabaseStandsStillWhilePeopleTalk {

    @Test
    void shouldAnswerInTimeAndGoOnAsIfNothingHadBeen() {
      BeepProcess process = own.process(Limits.OFF);
      Person ada = LongTokens.of(process, process.beep().newcomer());
      Community community = ada.foundPublic("Bated breath");
      List<Listener> listeners = Aftermath.listeners(ada, community);
      String name = "unhurried";

      Map<Integer, Person.Said> acknowledged;
      try (Talk talk = new Talk(ada, community.text(), name, PER_SECOND);
          Callers callers = Callers.of(ada, community, ANSWER, SIGN_IN)) {
        talk.awaitProgress(300, SECONDS);
        callers.awaitService(SECONDS);

        Fault.pauseDatabase(process, PAUSE);

        long woken = System.nanoTime();
        talk.awaitProgress(300, SECONDS);
        callers.awaitService(SECONDS);
        Told.of(
            "a paused database",
            "all goes on %.1f s after it".formatted((System.nanoTime() - woken) / 1e9));
        acknowledged = talk.finish();
        Told.of("a paused database", "messages " + talk.answers());
        assertThat(talk.answers().count(503)).as("messages that came too late").isPositive();
        talk.answers().requireOnly(201, ANSWER);
        callers.requirePatience();
      }

      assertThat(own.process(Limits.OFF).pid()).as("it lived through it").isEqualTo(process.pid());
      new Aftermath(process, ada, community.text(), name, acknowledged)
          .requireAllOnceInEveryView(listeners);
      listeners.forEach(Listener::close);
    }
  }
}
