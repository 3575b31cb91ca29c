package io.beep.acceptance.process;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Person.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
@OnOwnBeep
class DurabilityTest {

  private static final int SENDERS = 4;
  private static final int ENOUGH = 200;

  private final OwnBeep own;

  DurabilityTest(OwnBeep own) {
    this.own = own;
  }

  @Nested
  class WhenAllOfItIsKilledWhilePeopleTalk {

    @Test
    void shouldKeepEachAcknowledgedMessageOnceAndInOrder() throws InterruptedException {
      BeepProcess process = own.process(Limits.OFF);
      Person ada = process.beep().newcomer();
      Community community = ada.foundPublic("Mid-sentence");
      List<Person> senders =
          IntStream.range(0, SENDERS).mapToObj(_ -> process.beep().newcomer()).toList();
      senders.forEach(sender -> sender.join(community));
      Answer once = sendOnce(ada, community);

      Map<Integer, List<Said>> acknowledged = new ConcurrentHashMap<>();
      List<Thread> talking =
          IntStream.range(0, SENDERS)
              .mapToObj(
                  i -> {
                    List<Said> mine = java.util.Collections.synchronizedList(new ArrayList<>());
                    acknowledged.put(i, mine);
                    return Thread.ofVirtual().start(() -> talk(senders.get(i), i, community, mine));
                  })
              .toList();
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> acknowledged.values().stream().mapToInt(List::size).sum() >= ENOUGH);
      process.kill();
      for (Thread thread : talking) {
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
      }

      Beep again = own.with(Limits.ON);
      Person back = ada.with(again, ada.token());
      Map<String, String> kept = history(back, community);
      for (int i = 0; i < SENDERS; i++) {
        List<String> mine = acknowledged.getOrDefault(i, List.of()).stream().map(Said::id).toList();
        assertThat(mine).isNotEmpty();
        assertThat(kept.keySet()).containsAll(mine);
        String prefix = i + ":";
        List<String> said = kept.values().stream().filter(text -> text.startsWith(prefix)).toList();
        // What was on its way when it died may be there or not; what is there is in order.
        assertThat(said).hasSizeBetween(mine.size(), mine.size() + 1);
        assertThat(said)
            .isEqualTo(IntStream.range(0, said.size()).mapToObj(n -> prefix + n).toList());
      }

      assertThat(sendOnce(back, community).text()).isEqualTo(once.text());
      resumesFrom(back, community, acknowledged.getOrDefault(0, List.of()).getFirst());
    }

    private static Answer sendOnce(Person person, Community community) {
      return person
          .call("POST", "/api/channels/" + community.voice() + "/messages")
          .json(Map.of("content", "once, whatever happens"))
          .header("Idempotency-Key", "over-the-restart")
          .send();
    }

    private static void talk(Person person, int number, Community community, List<Said> mine) {
      try {
        for (int n = 0; n < 100_000; n++) {
          mine.add(person.say(community.text(), number + ":" + n));
        }
      } catch (AssertionError died) {
        // As it must: it was killed.
      }
    }

    private static SequencedMap<String, String> history(Person person, Community community) {
      SequencedMap<String, String> newestFirst = new LinkedHashMap<>();
      History page = person.history(community.text(), "?limit=100");
      while (true) {
        for (int i = page.items().size() - 1; i >= 0; i--) {
          String twice = newestFirst.put(page.ids().get(i), page.contents().get(i));
          assertThat(twice).as("the same message twice").isNull();
        }
        if (!page.hasBefore()) {
          return newestFirst.reversed();
        }
        page = person.history(community.text(), "?limit=100&before=" + page.ids().getFirst());
      }
    }

    private static void resumesFrom(Person person, Community community, Said first) {
      try (FeedStream feed = person.followAfter(first.position())) {
        Said last = person.say(community.text(), "alive again");
        feed.awaitPosition(last.position());
        assertThat(feed.contents()).contains("0:1", "alive again").doesNotHaveDuplicates();
      }
    }
  }
}
