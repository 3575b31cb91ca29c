package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Snapshot and frames give a fresh snapshot, through cuts at any byte and changes of rights, and
 * nothing is seen that may not be seen.
 */
@OnBeep
class FeedPropertyTest {

  private static final int PEOPLE = 4;

  /** Some three frames, so that cuts fall into most of them. */
  private static final int BYTES_BETWEEN_CUTS = 1_500;

  /** After so many acts someone is cut off while their rights change. */
  private static final int ACTS_BETWEEN_ABSENCES = 40;

  private final Beep beep;

  FeedPropertyTest(Beep beep) {
    this.beep = beep;
  }

  @Nested
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  class WhenLinesAreCutAtAnyByte {

    @Test
    void shouldLeadEveryoneToWhatAFreshSnapshotShows(TestReporter reporter) {
      int cuts = Integer.getInteger("beep.cuts", 150);
      long seed = Long.getLong("beep.seed", System.nanoTime());
      reporter.publishEntry("seed", Long.toString(seed));
      Random random = new Random(seed);
      List<Person> people = IntStream.range(0, PEOPLE).mapToObj(_ -> beep.newcomer()).toList();
      Life life = new Life(people, random);
      List<Picture> pictures =
          people.stream().map(person -> Picture.snapshot(person, life.lastWord())).toList();
      List<Listener> listeners = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        Picture picture = pictures.get(i);
        listeners.add(
            Listener.cutting(
                people.get(i),
                picture.position(),
                new Random(seed + i),
                BYTES_BETWEEN_CUTS,
                picture::apply));
      }

      int absences = 0;
      for (int acts = 1;
          absences == 0 || listeners.stream().mapToInt(Listener::cuts).sum() < cuts;
          acts++) {
        life.goesOn();
        if (acts % ACTS_BETWEEN_ABSENCES == 0) {
          int who = 1 + random.nextInt(PEOPLE - 1);
          listeners
              .get(who)
              .whileAway(
                  () -> {
                    life.goesOn();
                    life.changesRightsOf(people.get(who));
                    life.goesOn();
                  });
          absences++;
        }
      }
      long end = life.lastWord();

      for (int i = 0; i < PEOPLE; i++) {
        Person person = people.get(i);
        Listener listener = listeners.get(i).awaitPosition(end);
        assertThat(listener.faults()).isEmpty();
        for (Listener.Frame frame : listener.frames()) {
          life.requireMaySee(person, frame);
        }
        assertThat(pictures.get(i).described())
            .isEqualTo(Picture.snapshot(person, end).described());
        listener.close();
      }
      assertThat(listeners.stream().mapToInt(Listener::resets).sum())
          .as("told to begin anew, at least when rights changed behind their backs")
          .isGreaterThanOrEqualTo(absences);
      Told.of("feed property", "%s; %d absences".formatted(life.acts(), absences));
    }
  }
}
