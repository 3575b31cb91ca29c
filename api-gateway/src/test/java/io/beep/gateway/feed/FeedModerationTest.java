package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import io.beep.gateway.fixture.Town;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed shows of kicks, bans and time-outs, and to whom. */
class FeedModerationTest {

  @TempDir static Path web;

  private GatewayNode node;
  private Town town;
  private UserId alice;
  private UserId bob;
  private UserId carol;
  private ServerId server;
  private ChannelId channel;

  /** Alice owns, Carol moderates, Bob is there. */
  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    town = new Town(node);
    alice = town.someone();
    bob = town.someone();
    carol = town.someone();
    server = town.server(alice);
    channel = town.channel(server, alice);
    town.join(server, bob);
    town.join(server, carol);
    RoleId moderator = town.role(server, alice, Permission.BAN_MEMBERS);
    town.give(server, carol, moderator, alice);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private static Instant inAnHour() {
    return Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Something that every member gets, so that all before it has been given out too. */
  private long end() {
    return town.rename(server, alice);
  }

  @Nested
  class WhenAMemberIsPutOut {

    @Test
    void shouldTellThemAndNothingAfterIt() {
      try (FeedClient hers = town.follow(alice);
          FeedClient his = town.follow(bob)) {
        long kicked = town.kick(server, bob, alice);
        town.say(server, channel, alice, "he is gone");
        hers.awaitPosition(end());
        town.server(bob);

        assertThat(his.awaitType("member.joined").types())
            .containsExactly("member.kicked", "server.created", "member.joined");
        assertThat(his.ids()).startsWith(kicked);
        assertThat(hers.types()).containsExactly("member.kicked", "message.sent", "server.renamed");
        assertThat(hers.frames().get(1).data().path("userId").asString())
            .isEqualTo(bob.value().toString());
      }
    }

    @Test
    void shouldTellThemAndTheOthersThatTheyAreBroughtBack() {
      RoleId role = new RoleId(node.ids().next());
      RoleId deleted = new RoleId(node.ids().next());
      Instant joined = Instant.parse("2026-02-01T09:00:00Z");
      try (FeedClient hers = town.follow(alice);
          FeedClient his = town.follow(bob)) {
        town.ban(server, bob, true, alice);
        town.say(server, channel, alice, "while he is away");
        town.unban(server, bob, alice);
        node.behind()
            .publish(
                new MemberRestored(
                    server, bob, List.of(role), List.of(deleted), joined, false, null, alice));
        town.say(server, channel, alice, "he is back");
        long last = end();
        his.awaitPosition(last);
        hers.awaitPosition(last);

        assertThat(his.types())
            .containsExactly("member.banned", "member.joined", "message.sent", "server.renamed");
        assertThat(hers.types())
            .containsSubsequence("member.unbanned", "member.joined", "message.sent");
        for (FeedClient client : List.of(his, hers)) {
          var back =
              client.frames().stream()
                  .filter(frame -> frame.event().equals("member.joined"))
                  .findAny()
                  .orElseThrow()
                  .data();
          assertThat(back.path("restored").asBoolean()).isTrue();
          assertThat(back.path("member").path("userId").asString())
              .isEqualTo(bob.value().toString());
          assertThat(back.path("member").path("joinedAt").asString()).isEqualTo(joined.toString());
          assertThat(back.path("member").path("roles").path(0).asString())
              .isEqualTo(role.value().toString());
          assertThat(back.toString())
              .as("what is deleted is told to nobody")
              .doesNotContain(deleted.value().toString());
        }
      }
    }

    @Test
    void shouldTellABannedMemberAndNothingAfterIt() {
      try (FeedClient hers = town.follow(alice);
          FeedClient his = town.follow(bob)) {
        town.ban(server, bob, true, alice);
        hers.awaitPosition(end());
        town.server(bob);

        assertThat(his.awaitType("member.joined").types())
            .containsExactly("member.banned", "server.created", "member.joined");
        assertThat(hers.frames().get(1).data().path("wasMember").asBoolean()).isTrue();
      }
    }

    @Test
    void shouldTellWhoWasAwayThatTheyAreOut() {
      long known = node.behind().head();
      town.say(server, channel, alice, "said while in, hidden now");
      long kicked = town.kick(server, bob, alice);
      town.say(server, channel, alice, "said without");

      try (FeedClient his = town.resume(bob, known)) {
        long own = node.behind().head() + 2;
        town.server(bob);
        assertThat(his.awaitPosition(own).ids()).containsExactly(kicked, own - 1, own);
      }
    }

    @Test
    void shouldTellNobodyTheReason() {
      try (FeedClient hers = town.follow(alice)) {
        town.timeOut(server, bob, inAnHour(), alice);
        town.kick(server, bob, alice);
        town.ban(server, bob, false, alice);
        hers.awaitPosition(end());

        assertThat(hers.types()).hasSize(4);
        assertThat(hers.frames())
            .allSatisfy(frame -> assertThat(frame.data().toString()).doesNotContain("too loud"));
      }
    }
  }

  @Nested
  class WhenAStrangerIsBanned {

    @Test
    void shouldTellOnlyWhoMayBan() {
      UserId dave = town.someone();
      long known = node.behind().head();
      try (FeedClient moderators = town.follow(carol);
          FeedClient his = town.follow(bob);
          FeedClient daves = town.follow(dave)) {
        long banned = town.ban(server, dave, false, alice);
        long unbanned = town.unban(server, dave, alice);
        long end = end();

        assertThat(moderators.awaitPosition(end).ids()).containsExactly(banned, unbanned, end);
        assertThat(his.awaitPosition(end).ids()).containsExactly(end);
        assertThat(daves.types()).isEmpty();
        try (FeedClient again = town.resume(carol, known);
            FeedClient hisAgain = town.resume(bob, known)) {
          assertThat(again.awaitPosition(end).ids()).containsExactly(banned, unbanned, end);
          assertThat(hisAgain.awaitPosition(end).ids()).containsExactly(end);
        }
      }
    }
  }

  @Nested
  class WhenAMemberIsTimedOut {

    @Test
    void shouldTellEveryMemberUntilWhen() {
      Instant until = inAnHour();
      try (FeedClient his = town.follow(bob);
          FeedClient stranger = town.follow(town.someone())) {
        town.timeOut(server, bob, until, alice);
        town.liftTimeout(server, bob, alice);
        his.awaitPosition(end());

        assertThat(his.types())
            .containsExactly("member.timed-out", "member.timeout-lifted", "server.renamed");
        assertThat(his.frames().get(1).data().path("until").asString()).isEqualTo(until.toString());
        assertThat(stranger.types()).isEmpty();
      }
    }

    @Test
    void shouldStillTellThemWhatIsSaid() {
      try (FeedClient his = town.follow(bob)) {
        town.timeOut(server, bob, inAnHour(), alice);
        long said = town.say(server, channel, alice, "and you may read it");

        assertThat(his.awaitPosition(said).types())
            .containsExactly("member.timed-out", "message.sent");
      }
    }

    @Test
    void shouldNotLetThemTellThatTheyWrite() {
      town.timeOut(server, bob, inAnHour(), alice);

      assertThat(type().code()).isEqualTo("permission.missing");
      town.liftTimeout(server, bob, alice);
      assertThat(type().status()).isEqualTo(204);
    }

    private Reply type() {
      return node.send(
          node.request("/api/channels/" + channel.value() + "/typing", bob)
              .POST(BodyPublishers.noBody()));
    }

    @Test
    void shouldTellThemNothingOfBansWhileItLasts() {
      UserId dave = town.someone();
      try (FeedClient moderators = town.follow(carol)) {
        town.timeOut(server, carol, inAnHour(), alice);
        town.ban(server, dave, false, alice);
        town.timeOut(server, carol, Instant.now().minusSeconds(1), alice);
        town.unban(server, dave, alice);
        moderators.awaitPosition(end());

        assertThat(moderators.types())
            .containsExactly(
                "member.timed-out", "member.timed-out", "member.unbanned", "server.renamed");
      }
    }

    @Test
    void shouldTellWhoLooksAfterTheServerOfInvitationsAgainWhenItIsOver() {
      RoleId manager = town.role(server, alice, Permission.MANAGE_SERVER);
      town.give(server, carol, manager, alice);
      town.timeOut(server, carol, Instant.now().minusSeconds(1), alice);
      try (FeedClient hers = town.follow(carol)) {
        long made =
            node.behind().publish(new InvitationCreated("7kQ2mXw9Za", server, bob, 3, null));

        assertThat(hers.awaitPosition(made).types()).containsExactly("invitation.created");
      }
    }

    @Test
    void shouldTellThatSomeoneCameBackWithIt() {
      UserId dave = town.someone();
      Instant until = inAnHour();
      try (FeedClient his = town.follow(bob)) {
        node.behind().publish(new MemberJoined(server, dave, until));
        node.behind().publish(new MemberJoined(server, town.someone(), Instant.now()));
        his.awaitPosition(end());

        assertThat(his.frames().get(1).data().path("member").path("timedOutUntil").asString())
            .isEqualTo(until.toString());
        assertThat(his.frames().get(2).data().path("member").has("timedOutUntil"))
            .as("what is over")
            .isFalse();
      }
    }
  }
}
