package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@OnOwnBeep
class CrashTest {

  /** As many as on the busiest evening that the requirements foresee. */
  private static final int PER_SECOND = 300;

  private static final int LISTENERS = 3;

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
      Person ada = withLongToken(process, process.beep().newcomer());
      Community community = ada.foundPublic("Rough weather");
      List<Listener> listeners =
          IntStream.range(0, LISTENERS)
              .mapToObj(_ -> Listener.after(ada, community.position()))
              .toList();
      String name = "steadfast";

      Map<Integer, Person.Said> acknowledged;
      try (Talk talk = new Talk(ada, community.text(), name, PER_SECOND)) {
        for (Fault fault : faults(kills, random)) {
          awaitProgress(talk, random.nextInt(100, 500));
          fault.befall(own.process(Limits.OFF));
          own.process(Limits.OFF);
        }
        awaitProgress(talk, 100);
        acknowledged = talk.finish();
        assertThat(talk.repeated()).isPositive();
      }

      Beep beep = own.with(Limits.OFF);
      Person back = ada.with(beep, ada.token());
      List<JsonNode> history = history(back, community.text());
      reporter.publishEntry("messages", Integer.toString(acknowledged.size()));
      assertThatEachStandsOnce(history, acknowledged);
      assertThatListenersSawTheSame(listeners, history, acknowledged);
      assertThatSearchFindsAll(back, community.text(), name, acknowledged);
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

    private static void awaitProgress(Talk talk, int messages) {
      int goal = talk.acknowledgedSoFar() + messages;
      await("messages to be acknowledged again")
          .atMost(Duration.ofSeconds(60))
          .until(() -> talk.acknowledgedSoFar() >= goal);
    }

    private static void assertThatEachStandsOnce(
        List<JsonNode> history, Map<Integer, Person.Said> acknowledged) {
      List<String> ids = history.stream().map(item -> item.path("id").asString("")).toList();
      assertThat(ids).doesNotHaveDuplicates().isSorted();
      // Everything was sent until it was acknowledged, so that nothing else can be there.
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              acknowledged.values().stream().map(Person.Said::id).toList());
      assertThat(history.stream().map(item -> item.path("content").asString("")))
          .doesNotHaveDuplicates();
    }

    private static void assertThatListenersSawTheSame(
        List<Listener> listeners, List<JsonNode> history, Map<Integer, Person.Said> acknowledged) {
      TreeMap<Long, String> byPosition = new TreeMap<>();
      acknowledged.values().forEach(said -> byPosition.put(said.position(), said.id()));
      assertThat(byPosition).hasSameSizeAs(history);
      for (Listener listener : listeners) {
        listener.awaitPosition(byPosition.lastKey());
        assertThat(listener.faults()).isEmpty();
        assertThat(listener.resets()).isZero();
        assertThat(
                listener.frames().stream()
                    .filter(frame -> frame.type().equals("message.sent"))
                    .map(frame -> frame.data().path("message").path("id").asString("")))
            .containsExactlyElementsOf(byPosition.values());
      }
    }

    private static void assertThatSearchFindsAll(
        Person person, String channel, String word, Map<Integer, Person.Said> acknowledged) {
      Set<String> expected = new HashSet<>();
      acknowledged.values().forEach(said -> expected.add(said.id()));
      // To read through all that was found takes its time in the long form.
      await("search to have caught up")
          .atMost(Duration.ofSeconds(60).plus(Duration.ofMillis(expected.size())))
          .untilAsserted(() -> assertThat(found(person, channel, word)).isEqualTo(expected));
    }

    private static Set<String> found(Person person, String channel, String word) {
      Set<String> found = new HashSet<>();
      String cursor = "";
      do {
        JsonNode page =
            person
                .get("/api/search/messages?q=" + word + "&channelId=" + channel + cursor)
                .requireSuccess()
                .json();
        page.path("items").forEach(hit -> found.add(hit.path("message").path("id").asString("")));
        String next = page.path("cursor").asString("");
        cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      } while (!cursor.isEmpty());
      return found;
    }
  }

  private static List<JsonNode> history(Person person, String channel) {
    List<List<JsonNode>> pages = new ArrayList<>();
    History page = patiently(() -> person.history(channel, "?limit=100"));
    pages.add(page.items());
    while (page.hasBefore()) {
      String before = "?limit=100&before=" + page.ids().getFirst();
      page = patiently(() -> person.history(channel, before));
      pages.add(page.items());
    }
    return pages.reversed().stream().flatMap(List::stream).toList();
  }

  /** What was hurt last may not have healed yet, and says so. */
  private static <T> T patiently(Callable<T> read) {
    return await("Beep to answer again")
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptionsMatching(AssertionError.class::isInstance)
        .until(read, Objects::nonNull);
  }

  /** The long form takes longer than a token of a browser lasts. */
  private static Person withLongToken(BeepProcess process, Person person) {
    String token =
        BeepCommand.run("token", person.username(), "--data", process.data().toString()).out();
    return person.with(person.beep(), token.strip());
  }
}
