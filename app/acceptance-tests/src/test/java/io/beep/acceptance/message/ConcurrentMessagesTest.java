package io.beep.acceptance.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.FeedStream.Frame;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Person.Said;
import io.beep.acceptance.shared.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnBeep
class ConcurrentMessagesTest {

  private static final int PEOPLE = 4;
  private static final int EACH = 40;

  private final Person ada;
  private final List<Person> people;
  private final Community community;

  ConcurrentMessagesTest(Beep beep) {
    this.ada = beep.ada();
    this.community = ada.foundPublic("Everybody at once");
    this.people = IntStream.range(0, PEOPLE).mapToObj(_ -> beep.newcomer()).toList();
    people.forEach(person -> person.join(community));
  }

  private static List<String> ofPerson(List<String> contents, int person) {
    return contents.stream().filter(content -> content.startsWith(person + ":")).toList();
  }

  private static List<String> said(int person) {
    return IntStream.range(0, EACH).mapToObj(i -> person + ":" + i).toList();
  }

  /**
   * As a client keeps them: ids sort by time. Of messages that were on their way at the same moment
   * the feed may tell the later one first.
   */
  private static List<String> inOrderOfIds(List<Frame> frames) {
    return frames.stream()
        .sorted(Comparator.comparing(frame -> frame.data().path("message").path("id").asString("")))
        .map(Frame::content)
        .toList();
  }

  private static List<Frame> messages(FeedStream feed) {
    return feed.events().stream().filter(frame -> frame.is("message.sent")).toList();
  }

  private List<String> wholeHistory(String channel) {
    List<String> all = new ArrayList<>();
    History page = ada.history(channel, "?limit=100");
    all.addAll(page.contents());
    while (page.hasBefore()) {
      page = ada.history(channel, "?limit=100&before=" + page.ids().getFirst());
      all.addAll(0, page.contents());
    }
    return all;
  }

  @Nested
  class WhenManyTalkAtOnce {

    @Test
    void shouldKeepEachMessageOnceAndInOneOrderForAll() {
      try (FeedStream feed = ada.follow()) {
        List<List<Said>> acknowledged =
            Together.all(
                PEOPLE,
                person ->
                    said(person).stream()
                        .map(content -> people.get(person).say(community.text(), content))
                        .toList());

        List<Said> all = acknowledged.stream().flatMap(List::stream).toList();
        feed.awaitPosition(all.stream().mapToLong(Said::position).max().orElseThrow());
        List<Frame> frames = messages(feed);
        List<String> told = frames.stream().map(Frame::content).toList();
        assertThat(frames).isSortedAccordingTo(Comparator.comparingLong(Frame::position));
        assertThat(frames.stream().map(Frame::position))
            .containsExactlyInAnyOrderElementsOf(all.stream().map(Said::position).toList());
        for (int person = 0; person < PEOPLE; person++) {
          assertThat(ofPerson(told, person)).isEqualTo(said(person));
          assertThat(acknowledged.get(person))
              .isSortedAccordingTo(Comparator.comparingLong(Said::position));
        }
        List<String> history = wholeHistory(community.text());
        assertThat(history).isEqualTo(inOrderOfIds(frames));
        for (int person = 0; person < PEOPLE; person++) {
          assertThat(ofPerson(history, person)).isEqualTo(said(person));
        }
      }
    }

    @Test
    void shouldKeepOneOrderWhenOnePersonDoesNotWait() {
      String channel = ada.openChannel(community, "impatient");
      try (FeedStream feed = ada.follow()) {
        List<Said> all = Together.all(EACH, i -> ada.say(channel, "0:" + i));

        feed.awaitPosition(all.stream().mapToLong(Said::position).max().orElseThrow());
        assertThat(feed.contents()).containsExactlyInAnyOrderElementsOf(said(0));
        assertThat(wholeHistory(channel)).isEqualTo(inOrderOfIds(messages(feed)));
      }
    }
  }
}
