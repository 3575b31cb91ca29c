package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@OnOwnBeep
class CrashTest {

  /** As many as on the busiest evening that the requirements foresee. */
  private static final int PER_SECOND = 300;

  /** Longer than any restart takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final OwnBeep own;

  CrashTest(OwnBeep own) {
    this.own = own;
  }

  @Nested
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  class WhenPartsAreKilledWhilePeopleTalk {

    @Test
    void shouldKeepEachAcknowledgedMessageOnceInEveryView(TestReporter reporter) {
      int kills = Integer.getInteger("beep.kills", 10);
      long seed = Long.getLong("beep.seed", System.nanoTime());
      reporter.publishEntry("seed", Long.toString(seed));
      Random random = new Random(seed);
      BeepProcess process = own.process(Limits.OFF);
      Person ada = LongTokens.of(process, process.beep().newcomer());
      Community community = ada.foundPublic("Rough weather");
      List<Listener> listeners = Aftermath.listeners(ada, community);
      String name = "steadfast";

      Map<Integer, Person.Said> acknowledged;
      try (Talk talk = new Talk(ada, community.text(), name, PER_SECOND)) {
        for (Fault fault : faults(kills, random)) {
          talk.awaitProgress(random.nextInt(100, 500), PATIENCE);
          fault.befall(own.process(Limits.OFF));
          own.process(Limits.OFF);
        }
        talk.awaitProgress(100, PATIENCE);
        acknowledged = talk.finish();
        assertThat(talk.repeated()).isPositive();
      }

      BeepProcess last = own.process(Limits.OFF);
      Person back = ada.with(last.beep(), ada.token());
      reporter.publishEntry("messages", Integer.toString(acknowledged.size()));
      new Aftermath(last, back, community.text(), name, acknowledged)
          .requireAllOnceInEveryView(listeners);
      listeners.forEach(Listener::close);
    }

    /** Each kind as often as another, in any order. */
    private static List<Fault> faults(int kills, Random random) {
      List<Fault> faults = new ArrayList<>();
      for (int i = 0; i < kills; i++) {
        faults.add(Fault.values()[i % Fault.values().length]);
      }
      Collections.shuffle(faults, random);
      return faults;
    }
  }
}
