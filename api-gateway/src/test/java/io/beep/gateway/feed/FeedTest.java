package io.beep.gateway.feed;

import static io.beep.gateway.fixture.Limited.requireLimited;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.Behind;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import io.beep.gateway.shared.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {

  @TempDir static Path web;

  private GatewayNode node;
  private Town town;
  private UserId alice;
  private UserId bob;
  private ServerId server;
  private ChannelId channel;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    town = new Town(node);
    alice = town.someone();
    bob = town.someone();
    server = town.server(alice);
    channel = town.channel(server, alice);
    town.join(server, bob);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private FeedCounters counters() {
    return node.bean(Feed.class).counters();
  }

  @Test
  void shouldTellFirstFromWhereItIsComplete() {
    long head = node.behind().head();

    try (FeedClient feed = town.follow(bob)) {
      assertThat(feed.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
      assertThat(feed.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(feed.comments()).contains("beep");
      assertThat(feed.frames().getFirst().event()).isEqualTo("feed.ready");
      assertThat(feed.frames().getFirst().id()).isEqualTo(head);
      assertThat(feed.frames().getFirst().data().path("position").asLong()).isEqualTo(head);
    }
  }

  @Test
  void shouldDeliverMessageToAllWhoSeeIt() {
    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob)) {
      long position = town.say(server, channel, alice, "Grüße \n \"quoted\" 🎉");

      for (FeedClient feed : List.of(hers, his)) {
        FeedClient.Frame frame = feed.awaitPosition(position).frames().getLast();
        assertThat(frame.event()).isEqualTo("message.sent");
        assertThat(frame.id()).isEqualTo(position);
        assertThat(frame.data().path("type").asString()).isEqualTo("message.sent");
        assertThat(frame.data().path("position").asLong()).isEqualTo(position);
        assertThat(frame.data().path("at").asString()).endsWith("Z");
        assertThat(frame.data().path("message").path("content").asString())
            .isEqualTo("Grüße \n \"quoted\" 🎉");
        assertThat(frame.data().path("message").path("author").path("displayName").asString())
            .isEqualTo(Behind.person(alice).displayName());
        assertThat(frame.data().path("message").path("createdAt").asString())
            .isEqualTo(frame.data().path("at").asString());
      }
    }
  }

  @Test
  void shouldKeepOrderOfTheStream() {
    try (FeedClient feed = town.follow(bob)) {
      List<Long> positions =
          IntStream.range(0, 2_000)
              .mapToObj(i -> town.say(server, channel, alice, "message " + i))
              .toList();

      assertThat(feed.awaitPosition(positions.getLast()).ids()).isEqualTo(positions);
    }
  }

  /** The client reads all the time; only the speed of our own threads may count. */
  @Test
  void shouldNotTakeBurstForSlowness() {
    try (FeedClient feed = town.follow(bob)) {
      List<Long> positions = new java.util.ArrayList<>();
      IntStream.range(0, 3 * FeedNumbers.OUTBOX_FRAMES)
          .forEach(i -> positions.add(town.say(server, channel, alice, "burst " + i)));

      assertThat(feed.awaitPosition(positions.getLast()).ids()).isEqualTo(positions);
      assertThat(counters().count(Ended.TOO_SLOW)).isZero();
    }
  }

  @Test
  void shouldTellNothingToStrangers() {
    try (FeedClient stranger = town.follow(town.someone());
        FeedClient his = town.follow(bob)) {
      UserId carol = town.someone();
      town.rename(server, alice);
      town.channel(server, alice);
      town.join(server, carol);
      town.leave(server, carol);
      his.awaitPosition(town.say(server, channel, alice, "psst"));
      ServerId own = town.server(carol);
      town.say(own, town.channel(own, carol), carol, "alone");
      his.awaitPosition(town.say(server, channel, alice, "end"));

      assertThat(stranger.types()).isEmpty();
      assertThat(his.types())
          .containsExactly(
              "server.renamed",
              "channel.created",
              "member.joined",
              "member.left",
              "message.sent",
              "message.sent");
    }
  }

  @Test
  void shouldShowPrivateChannelToOwnerOnly() {
    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob)) {
      ChannelId secret = town.channel(server, alice, true);
      town.say(server, secret, alice, "psst");
      town.rename(server, secret, alice);
      town.delete(server, secret, alice);
      long last = town.say(server, channel, alice, "for all");

      assertThat(hers.awaitPosition(last).types())
          .containsExactly(
              "channel.created",
              "message.sent",
              "channel.renamed",
              "channel.deleted",
              "message.sent");
      assertThat(his.awaitPosition(last).types()).containsExactly("message.sent");
    }
  }

  @Test
  void shouldTellOfInvitationsToTheirMakerAndToWhoLooksAfterTheServer() {
    UserId carol = town.someone();
    town.join(server, carol);
    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob);
        FeedClient other = town.follow(carol)) {
      node.behind().publish(new InvitationCreated("7kQ2mXw9Za", server, bob, 3, null));
      node.behind().publish(new InvitationSlotTaken(server, "7kQ2mXw9Za", null));
      node.behind().publish(new InvitationAccepted("7kQ2mXw9Za", server, bob, town.someone(), 1));
      node.behind().publish(new InvitationRevoked("7kQ2mXw9Za", server, bob, alice));
      node.behind().publish(new InvitationSlotFreed(server, "7kQ2mXw9Za"));
      node.behind().publish(new InvitationCreated("7kQ2mXw9Zb", server, alice, null, null));
      long last = town.say(server, channel, alice, "end");

      assertThat(hers.awaitPosition(last).types())
          .containsExactly(
              "invitation.created",
              "invitation.accepted",
              "invitation.revoked",
              "invitation.created",
              "message.sent");
      assertThat(his.awaitPosition(last).types())
          .containsExactly(
              "invitation.created", "invitation.accepted", "invitation.revoked", "message.sent");
      assertThat(other.awaitPosition(last).types()).containsExactly("message.sent");
      JsonNode made = his.frames().get(1).data().path("invitation");
      assertThat(made.path("code").asString()).isEqualTo("7kQ2mXw9Za");
      assertThat(made.path("inviterName").asString()).isEqualTo(Behind.person(bob).displayName());
      assertThat(his.frames().get(2).data().path("uses").asInt()).isEqualTo(1);
    }
  }

  @Test
  void shouldTellOfAnotherOrderToWhoSeesTheChannelAndNeverInWhichFolder() {
    ChannelId quiet = town.channel(server, alice, true);
    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob)) {
      node.behind().publish(new ChannelListed(channel, server, null));
      node.behind().publish(new ChannelMoved(channel, server, quiet, alice));
      node.behind().publish(new ChannelPlaced(channel, server, quiet, "1i", alice));
      node.behind().publish(new ChannelPlaced(quiet, server, null, "1", alice));
      node.behind().publish(new ChannelSlowModeSet(channel, server, 30, alice));
      node.behind().publish(new ChannelTurnTaken(channel, server, bob, Instant.EPOCH));
      node.behind().publish(new ChannelUnlisted(quiet, server));
      long last = town.say(server, channel, alice, "end");

      assertThat(his.awaitPosition(last).types())
          .containsExactly(
              "channel.moved", "channel.placed", "channel.slow-mode-set", "message.sent");
      assertThat(his.frames().toString()).doesNotContain(quiet.value().toString());
      assertThat(his.frames().get(2).data().path("place").asString()).isEqualTo("1i");
      assertThat(his.frames().get(3).data().path("seconds").asInt()).isEqualTo(30);
      assertThat(hers.awaitPosition(last).types())
          .containsExactly(
              "channel.moved",
              "channel.placed",
              "channel.placed",
              "channel.slow-mode-set",
              "message.sent");
    }
  }

  @Test
  void shouldBeginWithOnesOwnJoining() {
    UserId carol = town.someone();
    town.say(server, channel, alice, "before");
    try (FeedClient feed = town.follow(carol)) {
      town.say(server, channel, alice, "still before");
      long joined = town.join(server, carol);
      long said = town.say(server, channel, alice, "after");

      assertThat(feed.awaitPosition(said).ids()).containsExactly(joined, said);
      assertThat(feed.frames().get(1).data().path("member").path("userId").asString())
          .isEqualTo(carol.value().toString());
    }
  }

  @Test
  void shouldLoseAndRepeatNothingWhileJoiningManyServers() {
    UserId carol = town.someone();
    try (FeedClient feed = town.follow(carol)) {
      Set<Long> due = new LinkedHashSet<>();
      for (int i = 0; i < 30; i++) {
        ServerId other = town.server(alice);
        ChannelId talk = town.channel(other, alice);
        due.add(town.join(other, carol));
        for (int j = 0; j < 5; j++) {
          due.add(town.say(other, talk, alice, i + "." + j));
        }
      }
      long last = town.say(server, channel, alice, "not for carol");
      ServerId end = town.server(carol);
      due.add(last + 1);
      due.add(last + 2);

      assertThat(feed.awaitPosition(last + 2).ids()).containsExactlyElementsOf(due);
      assertThat(end).isNotNull();
    }
  }

  @Test
  void shouldTellFounderOfTheirServer() {
    try (FeedClient feed = town.follow(bob)) {
      ServerId founded = town.server(bob);
      ChannelId talk = town.channel(founded, bob);
      long said = town.say(founded, talk, bob, "hello me");

      assertThat(feed.awaitPosition(said).types())
          .containsExactly("server.created", "member.joined", "channel.created", "message.sent");
    }
  }

  @Test
  void shouldEndWithOnesOwnLeaving() {
    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob)) {
      long left = town.leave(server, bob);
      long said = town.say(server, channel, alice, "he is gone");
      hers.awaitPosition(said);
      ServerId other = town.server(bob);
      assertThat(other).isNotNull();

      assertThat(his.awaitPosition(said + 2).ids()).containsExactly(left, said + 1, said + 2);
    }
  }

  @Test
  void shouldTellMembersThatServerIsGone() {
    try (FeedClient his = town.follow(bob)) {
      long gone = town.delete(server, alice);

      assertThat(his.awaitPosition(gone).types()).containsExactly("server.deleted");
    }
  }

  @Nested
  class WhenAMessageIsEdited {

    private final Instant sentAt = Instant.parse("2026-03-01T09:00:00.123456Z");

    private JsonNode told(MessageEdited event) {
      try (FeedClient his = town.follow(bob)) {
        FeedClient.Frame frame = his.awaitPosition(node.behind().publish(event)).frames().getLast();
        assertThat(frame.event()).isEqualTo("message.edited");
        return frame.data();
      }
    }

    @Test
    void shouldTellTheMessageAsQueriesDo() {
      MessageId message = new MessageId(node.ids().next());
      MessageId answered = new MessageId(node.ids().next());

      JsonNode data =
          told(
              new MessageEdited(
                  message, channel, server, alice, "better", answered, sentAt.plusNanos(789)));

      MessageView whole =
          new MessageView(
              message,
              channel,
              new AuthorView(
                  alice,
                  Behind.person(alice).username(),
                  Behind.person(alice).displayName(),
                  null,
                  AuthorKind.USER),
              "better",
              sentAt,
              Instant.parse(data.path("at").asString()),
              answered,
              List.of(),
              List.of(),
              List.of(),
              false);
      Json json = node.bean(Json.class);
      assertThat(data.path("message")).isEqualTo(new JsonMapper().readTree(json.write(whole)));
    }

    @Test
    void shouldTakeItsTimeFromItsIdWhenTheEventIsOlderThanThat() {
      MessageId message = new MessageId(UUID.fromString("019a0000-0000-7000-8000-000000000001"));

      JsonNode told =
          told(new MessageEdited(message, channel, server, alice, "better")).path("message");

      assertThat(Instant.parse(told.path("createdAt").asString()))
          .isEqualTo(Instant.ofEpochMilli(0x019a_0000_0000L));
      assertThat(told.path("author").path("id").asString()).isEqualTo(alice.value().toString());
      assertThat(told.has("replyTo")).isFalse();
    }
  }

  @Nested
  class WhenResuming {

    @Test
    void shouldSendWhatWasMissedAndGoOn() {
      long known = town.say(server, channel, alice, "seen");
      long first = town.say(server, channel, alice, "missed");
      long second = town.say(server, channel, alice, "missed too");

      try (FeedClient his = town.resume(bob, known)) {
        long live = town.say(server, channel, alice, "live");

        assertThat(his.awaitPosition(live).ids()).containsExactly(first, second, live);
        assertThat(his.frames().getFirst().id()).isEqualTo(known);
      }
    }

    @Test
    void shouldTakeParameterWhenThereIsNoHeader() {
      long known = town.say(server, channel, alice, "seen");
      long missed = town.say(server, channel, alice, "missed");

      try (FeedClient his =
          new FeedClient(node.request("/api/feed?after=" + known, bob)).awaitReady()) {
        assertThat(his.awaitPosition(missed).ids()).containsExactly(missed);
      }
      try (FeedClient his =
          new FeedClient(
                  node.request("/api/feed?after=" + known, bob)
                      .header("Last-Event-ID", Long.toString(missed)))
              .awaitReady()) {
        long live = town.say(server, channel, alice, "live");
        assertThat(his.awaitPosition(live).ids()).containsExactly(live);
      }
    }

    @Test
    void shouldHideWhatWasSaidBeforeJoining() {
      UserId carol = town.someone();
      long known = node.behind().head();
      town.say(server, channel, alice, "before");
      long joined = town.join(server, carol);
      long after = town.say(server, channel, alice, "after");

      try (FeedClient feed = town.resume(carol, known)) {
        assertThat(feed.awaitPosition(after).ids()).containsExactly(joined, after);
      }
    }

    @Test
    void shouldTellOnlyTheLeavingOfServerThatWasLeft() {
      long known = node.behind().head();
      town.say(server, channel, alice, "said while in, hidden now");
      long left = town.leave(server, bob);
      town.say(server, channel, alice, "said without");

      try (FeedClient his = town.resume(bob, known)) {
        long own = node.behind().head() + 2;
        town.server(bob);
        assertThat(his.awaitPosition(own).ids()).containsExactly(left, own - 1, own);
      }
    }

    @Test
    void shouldShowBothTimesOfMembershipAndNotTheTimeBetween() {
      long known = node.behind().head();
      long first = town.say(server, channel, alice, "in");
      long left = town.leave(server, bob);
      town.say(server, channel, alice, "out");
      long again = town.join(server, bob);
      long last = town.say(server, channel, alice, "in again");

      try (FeedClient his = town.resume(bob, known)) {
        assertThat(his.awaitPosition(last).ids()).containsExactly(first, left, again, last);
      }
    }

    @Test
    void shouldResetWhenNobodyKnowsWhoWasInServerThatIsGone() {
      long known = node.behind().head();
      town.delete(server, alice);

      try (FeedClient his = town.resume(bob, known)) {
        assertThat(his.frames().getFirst().event()).isEqualTo("feed.reset");
        assertThat(his.frames().getFirst().id()).isEqualTo(node.behind().head());
        town.server(bob);
        assertThat(his.awaitType("member.joined").types())
            .containsExactly("server.created", "member.joined");
      }
    }

    @Test
    void shouldReadWhatTheRingHasNoMoreFromTheStore() {
      long known = town.say(server, channel, alice, "seen");
      long first = town.say(server, channel, alice, "missed long ago");
      LongStream.range(0, FeedNumbers.RING_AT_START + 500)
          .forEach(i -> node.behind().publish("noise " + i));
      long last = town.say(server, channel, alice, "missed");
      node.restart();

      try (FeedClient his = town.resume(bob, known)) {
        assertThat(node.bean(Feed.class).hub().floor()).isGreaterThan(first);
        assertThat(his.awaitPosition(last).ids()).containsExactly(first, last);
        long live = town.say(server, channel, alice, "live");
        assertThat(his.awaitPosition(live).ids()).containsExactly(first, last, live);
      }
    }

    @Test
    void shouldResetWhenTooMuchWasMissed() {
      long known = town.say(server, channel, alice, "seen");
      town.say(server, channel, alice, "missed");
      LongStream.range(0, FeedNumbers.RING_AT_START + FeedNumbers.PAST_EVENTS + 500)
          .forEach(i -> node.behind().publish("noise " + i));
      node.restart();

      try (FeedClient his = town.resume(bob, known)) {
        assertThat(his.frames().getFirst().event()).isEqualTo("feed.reset");
        assertThat(his.frames().getFirst().id()).isEqualTo(node.behind().head());
        long live = town.say(server, channel, alice, "live");
        assertThat(his.awaitPosition(live).ids()).containsExactly(live);
      }
    }

    @Test
    void shouldRefusePositionThatIsNotYet() {
      assertThat(node.get("/api/feed?after=" + (node.behind().head() + 1), bob).code())
          .isEqualTo("feed.position-invalid");
    }

    @Test
    void shouldRefusePositionThatIsNone() {
      for (String position : List.of("x", "-2", "1.5", "99999999999999999999", "%20")) {
        GatewayNode.Reply reply = node.get("/api/feed?after=" + position, bob);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("feed.position-invalid");
      }
    }

    @Test
    void shouldGiveEveryoneTheSameThroughCutsAndReturns() {
      Set<Long> got = new LinkedHashSet<>();
      long known = node.behind().head();
      long from = known;
      for (int round = 0; round < 10; round++) {
        try (FeedClient his = town.resume(bob, known)) {
          for (int i = 0; i < 20; i++) {
            town.say(server, channel, alice, round + "." + i);
          }
          his.awaitPosition(known + 5);
          for (Long id : his.ids()) {
            assertThat(got.add(java.util.Objects.requireNonNull(id))).isTrue();
            known = id;
          }
        }
      }
      try (FeedClient his = town.resume(bob, known)) {
        if (known < node.behind().head()) {
          his.awaitPosition(node.behind().head());
        }
        his.ids().forEach(id -> got.add(java.util.Objects.requireNonNull(id)));
      }
      assertThat(got)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(from + 1, node.behind().head()).boxed().toList());
    }
  }

  @Test
  void shouldDropClientThatDoesNotReadAndServeTheOthers() throws Exception {
    try (Socket sleeper = new Socket("127.0.0.1", node.port());
        FeedClient his = town.follow(bob)) {
      sleeper.setReceiveBufferSize(4_096);
      OutputStream out = sleeper.getOutputStream();
      out.write(
          ("GET /api/feed HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                  + node.identity().token(bob)
                  + "\r\n\r\n")
              .getBytes(US_ASCII));
      assertThat(sleeper.getInputStream().read()).isEqualTo('H');
      String long4000 = "x".repeat(4_000);

      long last = 0;
      for (int i = 0; i < 40_000 && counters().count(Ended.TOO_SLOW) == 0; i++) {
        last = town.say(server, channel, alice, long4000);
        if (i % 50 == 0) {
          his.awaitPosition(last);
        }
      }

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(counters().count(Ended.TOO_SLOW)).isEqualTo(1));
      his.awaitPosition(town.say(server, channel, alice, "still here"));
      assertThat(his.ids()).isSorted().doesNotHaveDuplicates();
      assertThat(last).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /api/feed HTTP/1.0\r\n", "GET /api/feed HTTP/1.1\r\nConnection: close\r\n"})
  void shouldServeClientsThatDoNotKeepTheirConnection(String request) throws Exception {
    try (Socket proxy = open(request)) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(proxy.getInputStream(), StandardCharsets.UTF_8));
      readUntil(lines, "feed.ready");

      long position = town.say(server, channel, alice, "through an old proxy");

      assertThat(readUntil(lines, "through an old proxy")).contains("\"position\":" + position);
    }
  }

  @Test
  void shouldCloseTheConnectionOfWhoAsksForMoreOnIt() throws Exception {
    try (Socket odd = open("GET /api/feed HTTP/1.1\r\n")) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(odd.getInputStream(), StandardCharsets.UTF_8));
      readUntil(lines, "feed.ready");

      odd.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));

      assertThat(lines.lines()).noneMatch(line -> line.startsWith("HTTP/1.1"));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(counters().count(Ended.BY_CLIENT)).isEqualTo(1));
    }
  }

  private Socket open(String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", node.port());
    socket.setSoTimeout(10_000);
    String head =
        "Host: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
            + node.identity().token(bob)
            + "\r\n\r\n";
    socket.getOutputStream().write((request + head).getBytes(US_ASCII));
    return socket;
  }

  private static String readUntil(BufferedReader lines, String part) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line with %s", part).isNotNull();
    return String.valueOf(line);
  }

  @Test
  void shouldForgetClientThatWentAway() {
    try (FeedClient his = town.follow(bob)) {
      assertThat(his.frames()).isNotEmpty();
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(counters().count(Ended.BY_CLIENT)).isEqualTo(1));
  }

  @Test
  void shouldEndWithTheTokenThatOpenedIt() {
    String token =
        node.identity()
            .token(bob, claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(2))));
    try (FeedClient his =
        new FeedClient(node.anonymous("/api/feed").header("Authorization", "Bearer " + token))) {
      assertThat(his.awaitEnd().comments()).contains("the access token has ended");
      assertThat(counters().count(Ended.TOKEN_EXPIRED)).isEqualTo(1);
    }
  }

  @Test
  void shouldEndTheStreamsOfATokenThatIsRevokedAndNoOther() {
    String token = node.identity().token(bob, claims -> claims.claim("sid", "the-session"));
    try (FeedClient his =
            new FeedClient(node.anonymous("/api/feed").header("Authorization", "Bearer " + token));
        FeedClient elsewhere = town.follow(bob)) {
      his.awaitReady();
      elsewhere.awaitReady();

      node.revocations().revoke("the-session");

      assertThat(his.awaitEnd().comments()).contains("the access token was revoked");
      assertThat(counters().count(Ended.TOKEN_REVOKED)).isEqualTo(1);
      assertThat(counters().count(Ended.BY_CLIENT)).isZero();
    }
  }

  @Test
  void shouldEndStreamsAtOnceWhenTheNodeEnds() {
    try (FeedClient his = town.follow(bob)) {
      Instant begin = Instant.now();
      node.stop();

      assertThat(his.awaitEnd().comments()).contains("this node ends");
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void shouldLimitStreamsOfOneUser() {
    List<FeedClient> open = IntStream.range(0, 20).mapToObj(_ -> town.follow(bob)).toList();
    try {
      GatewayNode.Reply reply = node.get("/api/feed", bob);

      requireLimited(reply, "limit.reached", "feeds-per-user", 20);
      assertThat(reply.header("Retry-After")).isEqualTo("5");
    } finally {
      open.forEach(FeedClient::close);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(counters().count(Ended.BY_CLIENT)).isEqualTo(20));
    town.follow(bob).close();
  }

  @Nested
  class WhenTyping {

    private int type(ChannelId where, UserId who) {
      return node.send(
              node.request("/api/channels/" + where.value() + "/typing", who)
                  .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
          .status();
    }

    @Test
    void shouldTellOthersOnceAndWithoutPosition() {
      try (FeedClient his = town.follow(bob);
          FeedClient hers = town.follow(alice)) {
        assertThat(type(channel, alice)).isEqualTo(204);
        assertThat(type(channel, alice)).isEqualTo(204);
        long said = town.say(server, channel, alice, "done");

        assertThat(his.awaitPosition(said).types()).containsExactly("typing", "message.sent");
        FeedClient.Frame typing = his.frames().get(1);
        assertThat(typing.id()).isNull();
        assertThat(typing.data().path("channelId").asString())
            .isEqualTo(channel.value().toString());
        assertThat(typing.data().path("user").path("id").asString())
            .isEqualTo(alice.value().toString());
        assertThat(hers.awaitPosition(said).types()).containsExactly("message.sent");
      }
    }

    @Test
    void shouldNotKnowChannelOfOthers() {
      assertThat(type(channel, town.someone())).isEqualTo(404);
      assertThat(type(new ChannelId(node.ids().next()), alice)).isEqualTo(404);
    }

    @Test
    void shouldNotKnowHiddenChannel() {
      ChannelId secret = town.channel(server, alice, true);

      assertThat(type(secret, bob)).isEqualTo(404);
      assertThat(type(secret, alice)).isEqualTo(204);
    }
  }
}
