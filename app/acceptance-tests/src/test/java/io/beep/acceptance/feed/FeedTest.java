package io.beep.acceptance.feed;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.FeedStream.Frame;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Person.Said;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class FeedTest {

  private final Person ada;
  private final Person grace;
  private final Person stranger;

  FeedTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
  }

  /** One that both are in, from its position on. */
  private Community shared(String name) {
    Community community = ada.foundPublic(name);
    return community.at(grace.join(community));
  }

  @Nested
  class WhenSomeoneFollows {

    @Test
    void shouldOpenAStreamOfEvents() {
      try (FeedStream feed = ada.follow()) {
        assertThat(feed.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(feed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      }
    }

    @Test
    void shouldBeToldAMessageInTheShapeOfTheQueries() {
      Community community = shared("Told");
      try (FeedStream feed = grace.follow()) {
        Said said = ada.say(community.text(), "told live");

        Frame frame = feed.awaitMessage("told live");

        assertThat(frame.position()).isEqualTo(said.position());
        assertThat(frame.event()).isEqualTo("message.sent");
        assertThat(frame.data().path("type").asString("")).isEqualTo("message.sent");
        assertThat(frame.data().path("position").asLong()).isEqualTo(said.position());
        assertThat(Instant.parse(frame.data().path("at").asString("")))
            .isBefore(Instant.now().plusSeconds(60));
        assertThat(frame.data().path("message"))
            .isEqualTo(grace.get("/api/messages/" + said.id()).json());
      }
    }

    @Test
    void shouldBeToldWhatHappensInTheirServers() {
      Community community = shared("Busy");
      try (FeedStream feed = grace.followAfter(community.position())) {
        String channel = ada.openChannel(community, "fresh");
        ada.patch("/api/channels/" + channel, Map.of("name", "renamed")).requireSuccess();
        stranger.join(community);
        Said said = stranger.say(channel, "hi");
        stranger.patch("/api/messages/" + said.id(), Map.of("content", "hi!")).requireSuccess();
        stranger.delete("/api/messages/" + said.id()).requireSuccess();
        stranger.leave(community);
        ada.delete("/api/channels/" + channel).requireSuccess();
        ada.patch(community.path(), Map.of("name", "Busier")).requireSuccess();
        long end = ada.delete(community.path()).position();

        feed.awaitPosition(end);

        assertThat(feed.events().stream().map(Frame::event))
            .containsExactly(
                "channel.created",
                "channel.renamed",
                "member.joined",
                "message.sent",
                "message.edited",
                "message.deleted",
                "member.left",
                "channel.deleted",
                "server.renamed",
                "server.deleted");
        assertThat(feed.events()).allSatisfy(FeedTest::assertSound);
        assertThat(feed.events()).isSortedAccordingTo(Comparator.comparingLong(Frame::position));
      }
    }

    @Test
    void shouldBeToldAnEditInTheShapeOfTheQueries() {
      Community community = shared("Edited");
      Said question = ada.say(community.text(), "is it?");
      Answer answered =
          ada.post(
              "/api/channels/" + community.text() + "/messages",
              Map.of("content", "yse", "replyTo", question.id()));
      try (FeedStream feed = grace.follow()) {
        String message = "/api/messages/" + answered.id();
        long edited = ada.patch(message, Map.of("content", "yes")).position();

        feed.awaitPosition(edited);

        assertThat(feed.events().getLast().event()).isEqualTo("message.edited");
        assertThat(feed.events().getLast().data().path("message"))
            .isEqualTo(grace.get(message + "?atLeast=" + edited).json());
      }
    }

    @Test
    void shouldBeToldOfTheirOwnDoing() {
      try (FeedStream feed = ada.follow()) {
        Community community = ada.foundPrivate("Mine");
        Said said = ada.say(community.text(), "to myself");

        feed.awaitPosition(said.position());

        assertThat(feed.events().getFirst().event()).isEqualTo("server.created");
        assertThat(feed.contents()).containsExactly("to myself");
      }
    }

    @Test
    void shouldBeToldOnEveryDevice() {
      Community community = shared("Two devices");
      try (FeedStream phone = grace.follow();
          FeedStream desk = grace.follow()) {
        ada.say(community.text(), "on both");

        phone.awaitMessage("on both");
        desk.awaitMessage("on both");
      }
    }
  }

  private static void assertSound(Frame frame) {
    assertThat(frame.data().path("type").asString("")).isEqualTo(frame.event());
    assertThat(frame.data().path("position").asLong(-1)).isEqualTo(frame.position());
    Instant.parse(frame.data().path("at").asString(""));
  }

  @Nested
  class WhenSomeoneMayNotSee {

    @Test
    void shouldNotTellAStrangerAnything() {
      Community secret = ada.foundPrivate("Secret");
      Community open = ada.foundPublic("Open, but not joined");
      Community common = ada.foundPublic("Common");
      long joined = stranger.join(common);
      try (FeedStream feed = stranger.followAfter(joined)) {
        ada.say(secret.text(), "secret");
        ada.openChannel(secret, "secret-channel");
        ada.say(open.text(), "members only");
        grace.join(open);
        Said marker = ada.say(common.text(), "for all of us");

        feed.awaitPosition(marker.position());

        assertThat(feed.events()).extracting(Frame::content).containsExactly("for all of us");
      }
    }

    @Test
    void shouldNotTellAMemberOfAPrivateChannel() {
      Community community = shared("With a back room");
      try (FeedStream feed = grace.followAfter(community.position())) {
        String room = ada.openPrivateChannel(community, "back room");
        Said whisper = ada.say(room, "whisper");
        ada.patch("/api/messages/" + whisper.id(), Map.of("content", "psst")).requireSuccess();
        ada.patch("/api/channels/" + room, Map.of("topic", "hush")).requireSuccess();
        Said marker = ada.say(community.text(), "aloud");

        feed.awaitPosition(marker.position());

        assertThat(feed.events()).extracting(Frame::content).containsExactly("aloud");
        assertThat(feed.frames().toString()).doesNotContain(room, "whisper", "psst", "hush");
      }
    }

    @Test
    void shouldTellFromJoiningToLeaving() {
      Community community = ada.foundPublic("Guests");
      Community common = shared("Anchor");
      try (FeedStream feed = grace.followAfter(common.position())) {
        ada.say(community.text(), "before");
        grace.join(community);
        ada.say(community.text(), "during");
        feed.awaitMessage("during");
        grace.leave(community);
        ada.say(community.text(), "after");
        Said marker = ada.say(common.text(), "marker");

        feed.awaitPosition(marker.position());

        assertThat(feed.contents()).containsExactly("during", "marker");
        assertThat(feed.events().stream().map(Frame::event))
            .containsExactly("member.joined", "message.sent", "member.left", "message.sent");
      }
    }
  }

  @Nested
  class WhenTheLineBreaks {

    @Test
    void shouldResumeAfterTheHeader() {
      Community community = shared("Tunnel");
      Said first = ada.say(community.text(), "one");
      ada.say(community.text(), "two");
      Said third = ada.say(community.text(), "three");

      try (FeedStream feed =
          FeedStream.open(
              grace.call("GET", "/api/feed").header("Last-Event-ID", "" + first.position()))) {
        feed.awaitPosition(third.position());

        assertThat(feed.contents()).containsExactly("two", "three");
      }
    }

    @Test
    void shouldResumeAfterTheParameterAndGoOn() {
      Community community = shared("Bridge");
      Said first = ada.say(community.text(), "one");
      ada.say(community.text(), "two");

      try (FeedStream feed = grace.followAfter(first.position())) {
        feed.awaitMessage("two");
        ada.say(community.text(), "three");
        feed.awaitMessage("three");

        assertThat(feed.contents()).containsExactly("two", "three");
      }
    }

    @Test
    void shouldLetTheHeaderWin() {
      Community community = shared("Both");
      Said first = ada.say(community.text(), "one");
      Said second = ada.say(community.text(), "two");
      Said third = ada.say(community.text(), "three");

      try (FeedStream feed =
          FeedStream.open(
              grace
                  .call("GET", "/api/feed?after=" + first.position())
                  .header("Last-Event-ID", "" + second.position()))) {
        feed.awaitPosition(third.position());

        assertThat(feed.contents()).containsExactly("three");
      }
    }

    @Test
    void shouldMissNothingHoweverOftenItBreaks() {
      Community community = shared("Mountains");
      long position = ada.say(community.text(), "start").position();
      java.util.List<String> heard = new java.util.ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ada.say(community.text(), "a" + i);
        try (FeedStream feed = grace.followAfter(position)) {
          Said said = ada.say(community.text(), "b" + i);
          feed.awaitPosition(said.position());
          feed.contents().forEach(heard::add);
          position = feed.events().getLast().position();
        }
      }

      assertThat(heard)
          .isEqualTo(
              java.util.stream.IntStream.range(0, 20)
                  .boxed()
                  .flatMap(i -> java.util.stream.Stream.of("a" + i, "b" + i))
                  .toList());
    }

    @Test
    void shouldBeginAnewOrGiveAllFromTheVeryFirstEvent() {
      Community community = shared("From the beginning");
      Said said = ada.say(community.text(), "here");

      try (FeedStream feed = grace.followAfter(0)) {
        if (feed.frames().getFirst().is("feed.reset")) {
          assertThat(feed.frames().getFirst().position()).isGreaterThanOrEqualTo(said.position());
        } else {
          feed.awaitPosition(said.position());
          assertThat(feed.contents()).contains("here");
        }
      }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "1.5", "-2", "9999999999999999999", "%20", "1,2", "0x10"})
    void shouldRefuseWhatIsNoPosition(String after) {
      assertThat(grace.get("/api/feed?after=" + after)).hasStatus(400);
    }

    @Test
    void shouldRefuseAPositionThatIsNotThereYet() {
      assertThat(grace.get("/api/feed?after=99999999999")).isProblem(400, "feed.position-invalid");
    }
  }

  @Nested
  class WhenASnapshotIsTakenFirst {

    @Test
    void shouldMakeWithTheFramesAFreshSnapshot() {
      Community community = shared("Snapshot");
      Said first = ada.say(community.text(), "kept");
      Said second = ada.say(community.text(), "edited later");
      Said third = ada.say(community.text(), "deleted later");
      var snapshot = grace.history(community.text(), "");
      Map<String, String> model = new java.util.LinkedHashMap<>();
      snapshot
          .items()
          .forEach(m -> model.put(m.path("id").asString(""), m.path("content").asString("")));
      ada.patch("/api/messages/" + second.id(), Map.of("content", "edited")).requireSuccess();
      ada.delete("/api/messages/" + third.id()).requireSuccess();
      Said last = ada.say(community.text(), "new");

      try (FeedStream feed = grace.followAfter(snapshot.position())) {
        feed.awaitPosition(last.position());
        feed.events().forEach(frame -> apply(frame, model));
      }

      var fresh = grace.history(community.text(), "");
      assertThat(List.copyOf(model.keySet())).isEqualTo(fresh.ids());
      assertThat(List.copyOf(model.values())).isEqualTo(fresh.contents());
      assertThat(model).containsKey(first.id());
    }

    private static void apply(Frame frame, Map<String, String> model) {
      JsonNode message = frame.data().path("message");
      switch (frame.event()) {
        case "message.sent", "message.edited" ->
            model.put(message.path("id").asString(""), message.path("content").asString(""));
        case "message.deleted" -> model.remove(frame.data().path("messageId").asString(""));
        default -> throw new AssertionError("unexpected " + frame);
      }
    }
  }

  @Nested
  class WhenSomeoneIsWriting {

    @Test
    void shouldSignalItWithoutAPosition() {
      Community community = shared("Typing");
      try (FeedStream feed = ada.follow()) {
        assertThat(grace.call("POST", "/api/channels/" + community.text() + "/typing").send())
            .hasStatus(204);

        Frame frame = feed.await("typing");

        assertThat(frame.id()).isNull();
        assertThat(frame.data().path("channelId").asString("")).isEqualTo(community.text());
        assertThat(frame.data().path("user").path("id").asString("")).isEqualTo(grace.id());
      }
    }
  }

  @Nested
  class WhenItIsAskedForWrongly {

    @Test
    void shouldRefuseWhoTakesNoEventStream() {
      assertThat(ada.call("GET", "/api/feed").header("Accept", "application/json").send())
          .hasStatus(406);
    }
  }
}
