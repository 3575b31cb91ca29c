package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Snapshot and frames give a fresh snapshot, through cuts at any byte, and nothing more is seen.
 */
@OnBeep
class FeedPropertyTest {

  private static final int PEOPLE = 4;

  /** Some three frames, so that cuts fall into most of them. */
  private static final int BYTES_BETWEEN_CUTS = 1_500;

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
      List<Picture> pictures = people.stream().map(Picture::snapshot).toList();
      List<Listener> listeners = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        listeners.add(
            Listener.cutting(
                people.get(i),
                pictures.get(i).position(),
                new Random(seed + i),
                BYTES_BETWEEN_CUTS));
      }

      while (listeners.stream().mapToInt(Listener::cuts).sum() < cuts) {
        life.goesOn();
      }
      long end = life.lastWord();

      for (int i = 0; i < PEOPLE; i++) {
        Person person = people.get(i);
        Picture picture = pictures.get(i);
        Listener listener = listeners.get(i).awaitPosition(end);
        assertThat(listener.faults()).isEmpty();
        assertThat(listener.resets()).isZero();
        for (Listener.Frame frame : listener.frames()) {
          life.requireMaySee(person, frame);
          picture.apply(frame);
        }
        assertThat(picture.described()).isEqualTo(Picture.snapshot(person).described());
        listener.close();
      }
    }
  }

  /** What four people do, at random, in servers of the first of them. */
  private static final class Life {

    private record Post(Person author, Community server, String channel, String id) {}

    private record Place(Community server, String channel, boolean isPrivate) {}

    private final List<Person> people;
    private final Random random;
    private final Person owner;
    private final Community plaza;
    private final List<Community> servers = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    /** Whether someone was in a server from a position on, by person and server. */
    private final Map<String, NavigableMap<Long, Boolean>> memberships = new HashMap<>();

    private final Map<String, Boolean> privateChannels = new HashMap<>();

    Life(List<Person> people, Random random) {
      this.people = people;
      this.random = random;
      this.owner = people.getFirst();
      this.plaza = owner.foundPublic("Plaza");
      for (int i = 0; i < 2; i++) {
        Community server = owner.foundPublic("Server " + i);
        servers.add(server);
        places.add(new Place(server, server.text(), false));
      }
      people.stream().skip(1).forEach(person -> person.join(plaza));
    }

    void goesOn() {
      switch (random.nextInt(20)) {
        case 0 -> comeOrGo();
        case 1 -> openChannel(random.nextInt(3) == 0);
        case 2 -> closeChannel();
        case 3, 4 -> edit();
        case 5 -> takeBack();
        default -> say();
      }
    }

    /** Something that all of them see, and its position. */
    long lastWord() {
      return owner.say(plaza.text(), "The end").position();
    }

    private void comeOrGo() {
      Person person = people.get(1 + random.nextInt(people.size() - 1));
      Community server = any(servers);
      boolean in = isIn(person, server.id(), Long.MAX_VALUE);
      long position = in ? person.leave(server) : person.join(server);
      memberships
          .computeIfAbsent(person.id() + server.id(), _ -> new TreeMap<>())
          .put(position, !in);
    }

    private boolean isIn(Person person, String server, long position) {
      if (person.id().equals(owner.id()) || server.equals(plaza.id())) {
        return true;
      }
      Map.Entry<Long, Boolean> last =
          memberships.getOrDefault(person.id() + server, new TreeMap<>()).floorEntry(position);
      return last != null && last.getValue();
    }

    private void openChannel(boolean isPrivate) {
      Community server = any(servers);
      String name = "channel-" + random.nextInt(1_000);
      String channel =
          isPrivate ? owner.openPrivateChannel(server, name) : owner.openChannel(server, name);
      privateChannels.put(channel, isPrivate);
      places.add(new Place(server, channel, isPrivate));
    }

    private void closeChannel() {
      if (places.size() > 3) {
        Place place = places.remove(random.nextInt(places.size()));
        owner.delete("/api/channels/" + place.channel()).requireSuccess();
        posts.removeIf(post -> post.channel().equals(place.channel()));
      }
    }

    private void say() {
      Place place = any(places);
      List<Person> able =
          people.stream()
              .filter(person -> isIn(person, place.server().id(), Long.MAX_VALUE))
              .filter(person -> !place.isPrivate() || person.id().equals(owner.id()))
              .toList();
      Person author = any(able);
      Person.Said said = author.say(place.channel(), "Said " + random.nextInt() + " ü 🎉");
      posts.add(new Post(author, place.server(), place.channel(), said.id()));
    }

    private void edit() {
      onOwnPost(
          post ->
              post.author()
                  .patch(
                      "/api/messages/" + post.id(), Map.of("content", "Now " + random.nextInt())));
    }

    private void takeBack() {
      onOwnPost(
          post -> {
            posts.remove(post);
            return post.author().delete("/api/messages/" + post.id());
          });
    }

    private void onOwnPost(java.util.function.Function<Post, Answer> act) {
      if (!posts.isEmpty()) {
        Post post = any(posts);
        if (isIn(post.author(), post.server().id(), Long.MAX_VALUE)) {
          act.apply(post).requireSuccess();
        }
      }
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    void requireMaySee(Person person, Listener.Frame frame) {
      String server = frame.data().path("serverId").asString("");
      boolean ownMembership =
          frame.type().equals("member.left")
              && frame.data().path("userId").asString("").equals(person.id());
      assertThat(ownMembership || isIn(person, server, frame.position()))
          .as("%s may see %s", person.username(), frame)
          .isTrue();
      String channel = channelOf(frame);
      if (privateChannels.getOrDefault(channel, false) && !frame.type().equals("channel.deleted")) {
        assertThat(person.id()).as("who sees %s", frame).isEqualTo(owner.id());
      }
    }

    private static String channelOf(Listener.Frame frame) {
      return List.of("/channelId", "/channel/id", "/message/channelId").stream()
          .map(path -> frame.data().at(path).asString(""))
          .filter(id -> !id.isEmpty())
          .findFirst()
          .orElse("");
    }
  }
}
