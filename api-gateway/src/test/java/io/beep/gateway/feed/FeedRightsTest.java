package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed shows after what its reader may see has changed: from the next frame on. */
class FeedRightsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private Town town;
  private UserId alice;
  private UserId bob;
  private ServerId server;
  private RoleId everyone;
  private ChannelId channel;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    town = new Town(node);
    alice = town.someone();
    bob = town.someone();
    server = town.server(alice);
    everyone = RoleId.everyone(server);
    channel = town.channel(server, alice);
    town.join(server, bob);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void say(ChannelId where) {
    town.say(server, where, alice, "psst");
  }

  /** Something that every member gets, so that all before it has been given out too. */
  private long end() {
    return town.rename(server, alice);
  }

  @Nested
  class WhenRolesChange {

    @Test
    void shouldTellEveryMember() {
      try (FeedClient his = town.follow(bob);
          FeedClient stranger = town.follow(town.someone())) {
        RoleId role = town.role(server, alice, Permission.SPEAK);
        node.behind().publish(new RoleRenamed(server, role, "Drivers", alice));
        node.behind().publish(new RoleRecoloured(server, role, "#1d4ed8", alice));
        node.behind().publish(new RolesReordered(server, List.of(role), alice));
        town.permit(server, role, alice, Permission.VIDEO);
        town.give(server, bob, role, alice);
        town.take(server, bob, role, alice);
        his.awaitPosition(town.delete(server, role, alice));

        assertThat(his.types())
            .containsExactly(
                "role.created",
                "role.renamed",
                "role.recoloured",
                "roles.reordered",
                "role.permissions-set",
                "role.given",
                "role.taken",
                "role.deleted");
        assertThat(his.frames().get(1).data().path("role").path("permissions").toString())
            .isEqualTo("[\"SPEAK\"]");
        assertThat(his.frames().get(6).data().path("userId").asString())
            .isEqualTo(bob.value().toString());
        assertThat(stranger.types()).isEmpty();
      }
    }

    @Test
    void shouldShowWhatARoleMaySeeWhileOneHasIt() {
      RoleId staff = town.role(server, alice);
      ChannelId quiet = town.channel(server, alice, true);
      town.show(server, quiet, staff, alice);
      try (FeedClient his = town.follow(bob)) {
        say(quiet);
        town.give(server, bob, staff, alice);
        say(quiet);
        town.take(server, bob, staff, alice);
        say(quiet);
        his.awaitPosition(end());

        assertThat(his.types())
            .containsExactly("role.given", "message.sent", "role.taken", "server.renamed");
      }
    }

    @Test
    void shouldShowNothingMoreWhenTheRoleIsDeleted() {
      RoleId staff = town.role(server, alice);
      ChannelId quiet = town.channel(server, alice, true);
      town.show(server, quiet, staff, alice);
      town.give(server, bob, staff, alice);
      try (FeedClient his = town.follow(bob)) {
        say(quiet);
        town.delete(server, staff, alice);
        say(quiet);
        his.awaitPosition(end());

        assertThat(his.types()).containsExactly("message.sent", "role.deleted", "server.renamed");
      }
    }

    /** To who was there all the time, and to who came while it was gone. */
    @Test
    void shouldShowAgainWhatARoleMaySeeWhenItIsRestored() {
      RoleId staff = town.role(server, alice);
      ChannelId quiet = town.channel(server, alice, true);
      town.show(server, quiet, staff, alice);
      town.give(server, bob, staff, alice);
      try (FeedClient his = town.follow(bob)) {
        his.awaitPosition(town.delete(server, staff, alice));
        try (FeedClient later = town.follow(bob)) {
          say(quiet);
          town.restore(server, staff, alice);
          say(quiet);
          long last = end();
          his.awaitPosition(last);
          later.awaitPosition(last);

          assertThat(his.types())
              .containsExactly("role.deleted", "role.restored", "message.sent", "server.renamed");
          assertThat(later.types())
              .containsExactly("role.restored", "message.sent", "server.renamed");
          assertThat(later.frames().get(1).data().path("order").toString())
              .isEqualTo("[\"" + staff.value() + "\"]");
        }
      }
    }

    /** However much of it anybody remembers: the event has all of it. */
    @Test
    void shouldShowAChannelThatIsRestoredToWhomItLetsIn() {
      RoleId staff = town.role(server, alice);
      ChannelId quiet = town.channel(server, alice, true);
      town.give(server, bob, staff, alice);
      UserId carol = town.someone();
      town.join(server, carol);
      town.delete(server, quiet, alice);
      try (FeedClient his = town.follow(bob);
          FeedClient hers = town.follow(carol)) {
        town.restore(server, quiet, staff, alice);
        say(quiet);
        long last = end();
        his.awaitPosition(last);
        hers.awaitPosition(last);

        assertThat(his.types())
            .containsExactly("channel.restored", "message.sent", "server.renamed");
        assertThat(hers.types()).containsExactly("server.renamed");
      }
    }

    @Test
    void shouldShowOnlyTheOwnerWhatEveryoneMayNotSee() {
      try (FeedClient his = town.follow(bob);
          FeedClient hers = town.follow(alice)) {
        say(channel);
        town.permit(server, everyone, alice, Permission.SEND_MESSAGES);
        say(channel);
        town.permit(server, everyone, alice, Permission.VIEW_CHANNEL);
        say(channel);
        long end = end();

        assertThat(his.awaitPosition(end).types())
            .containsExactly(
                "message.sent",
                "role.permissions-set",
                "role.permissions-set",
                "message.sent",
                "server.renamed");
        assertThat(hers.awaitPosition(end).types()).filteredOn("message.sent"::equals).hasSize(3);
      }
    }
  }

  @Nested
  class WhenTheServerIsHandedOver {

    @Test
    void shouldShowTheNewOwnerWhatOnlyOwnersSeeAndTheOldOneNothingOfIt() {
      ChannelId quiet = town.channel(server, alice, true);
      try (FeedClient hers = town.follow(alice);
          FeedClient his = town.follow(bob)) {
        say(quiet);
        node.behind().publish(new OwnershipTransferred(server, alice, bob));
        say(quiet);
        long end = end();

        assertThat(hers.awaitPosition(end).types())
            .containsExactly("message.sent", "server.handed-over", "server.renamed");
        assertThat(his.awaitPosition(end).types())
            .containsExactly("server.handed-over", "message.sent", "server.renamed");
      }
    }
  }

  @Nested
  class WhenOverwritesChange {

    @Test
    void shouldTellWhoSawTheChannelAndWhoSeesItNow() {
      RoleId staff = town.role(server, alice);
      UserId carol = town.someone();
      town.join(server, carol);
      town.give(server, carol, staff, alice);
      UserId dave = town.someone();
      ChannelId quiet = town.channel(server, alice, true);
      try (FeedClient bobs = town.follow(bob);
          FeedClient carols = town.follow(carol);
          FeedClient daves = town.follow(dave)) {
        long shown = town.show(server, quiet, staff, alice);
        say(quiet);
        long hidden = town.hide(server, channel, alice);
        say(channel);
        town.show(server, channel, staff, alice);
        say(channel);
        long end = end();

        assertThat(carols.awaitPosition(end).types())
            .containsExactly(
                "channel.overwrites-changed",
                "message.sent",
                "channel.overwrites-changed",
                "channel.overwrites-changed",
                "message.sent",
                "server.renamed");
        assertThat(carols.ids()).startsWith(shown);
        assertThat(bobs.awaitPosition(end).types())
            .as("he sees neither, and is told of the one that he saw")
            .containsExactly("channel.overwrites-changed", "server.renamed");
        assertThat(bobs.ids()).startsWith(hidden);
        assertThat(bobs.frames().get(1).data().path("channelId").asString())
            .isEqualTo(channel.value().toString());
        assertThat(daves.types()).isEmpty();
      }
    }

    @Test
    void shouldHideWithAFolderWhatFollowsIt() {
      ChannelId folder = town.channel(server, alice);
      ChannelId inside = town.channel(server, alice, folder);
      try (FeedClient his = town.follow(bob)) {
        say(inside);
        town.hide(server, folder, alice);
        say(inside);
        town.unhide(server, folder, alice);
        say(inside);
        his.awaitPosition(end());

        assertThat(his.types())
            .containsExactly(
                "message.sent",
                "channel.overwrites-changed",
                "channel.overwrites-changed",
                "message.sent",
                "server.renamed");
      }
    }

    @Test
    void shouldCountOnesOwnOnlyOnceUnsynced() {
      ChannelId folder = town.channel(server, alice);
      ChannelId inside = town.channel(server, alice, folder);
      try (FeedClient his = town.follow(bob)) {
        town.hide(server, inside, alice);
        say(inside);
        town.unsync(server, inside, alice);
        say(inside);
        town.sync(server, inside, folder, alice);
        say(inside);
        his.awaitPosition(end());

        assertThat(his.types())
            .containsExactly(
                "message.sent",
                "channel.overwrites-changed",
                "channel.overwrites-changed",
                "message.sent",
                "server.renamed");
      }
    }
  }

  @Nested
  class WhenSomeoneTypes {

    private int typing(UserId user, ChannelId where) {
      return node.send(
              node.request("/api/channels/" + where.value() + "/typing", user)
                  .POST(BodyPublishers.noBody()))
          .status();
    }

    @Test
    void shouldTakeNoSignalFromWhoDoesNotSeeTheChannelAnyMore() {
      ChannelId folder = town.channel(server, alice);
      ChannelId inside = town.channel(server, alice, folder);
      town.hide(server, folder, alice);
      town.permit(server, everyone, alice, Permission.VIEW_CHANNEL);

      assertThat(typing(bob, inside)).as("its folder hides it").isEqualTo(404);
      assertThat(typing(bob, channel)).as("nobody but the owner may write").isEqualTo(403);
      assertThat(typing(alice, inside)).isEqualTo(204);
    }

    @Test
    void shouldTakeNoSignalAnyMoreFromWhoTypedAMomentAgo() {
      assertThat(typing(bob, channel)).isEqualTo(204);
      town.permit(server, everyone, alice, Permission.VIEW_CHANNEL);
      assertThat(typing(bob, channel)).as("nobody but the owner may write").isEqualTo(403);

      assertThat(typing(alice, channel)).isEqualTo(204);
      town.hide(server, channel, alice);
      assertThat(typing(bob, channel)).as("it hides").isEqualTo(404);
    }

    @Test
    void shouldShowNoSignalToWhoDoesNotSeeTheChannelAnyMore() {
      try (FeedClient his = town.follow(bob)) {
        his.awaitPosition(town.hide(server, channel, alice));

        assertThat(typing(alice, channel)).isEqualTo(204);
        his.awaitPosition(end());

        assertThat(his.types()).doesNotContain("typing");
      }
    }
  }

  @Nested
  class WhenAMessageIsEdited {

    private void edit(Instant sentAt) {
      node.behind()
          .publish(
              new MessageEdited(
                  new MessageId(node.ids().next()), channel, server, alice, "hi", null, sentAt));
    }

    /** It tells the whole message. */
    @Test
    void shouldBeToldLongAfterOnlyToWhoReadsHistory() {
      town.permit(server, everyone, alice, Permission.VIEW_CHANNEL);
      UserId carol = town.someone();
      town.join(server, carol);
      town.give(server, carol, town.role(server, alice, Permission.READ_HISTORY), alice);
      try (FeedClient his = town.follow(bob);
          FeedClient hers = town.follow(carol)) {
        edit(Instant.now().minus(Duration.ofMinutes(3)));
        edit(Instant.now());
        long last = end();
        his.awaitPosition(last);
        hers.awaitPosition(last);

        assertThat(his.types()).containsExactly("message.edited", "server.renamed");
        assertThat(hers.types())
            .containsExactly("message.edited", "message.edited", "server.renamed");
      }
    }
  }

  @Nested
  class WhenSomeoneWasAway {

    @Test
    void shouldBeginAfreshWhenTheirRightsMayHaveChanged() {
      long before = node.behind().head();
      say(channel);
      long hidden = town.hide(server, channel, alice);

      try (FeedClient his = town.resume(bob, before)) {
        assertThat(his.frames().getFirst().event()).isEqualTo("feed.reset");
        assertThat(his.frames().getFirst().id()).isGreaterThanOrEqualTo(hidden);
        say(channel);
        his.awaitPosition(end());
        assertThat(his.types()).containsExactly("server.renamed");
      }
    }

    @Test
    void shouldBeginAfreshWhenTheyWereGivenARole() {
      RoleId staff = town.role(server, alice);
      ChannelId quiet = town.channel(server, alice, true);
      town.show(server, quiet, staff, alice);
      long before = node.behind().head();
      town.give(server, bob, staff, alice);

      try (FeedClient his = town.resume(bob, before)) {
        assertThat(his.frames().getFirst().event()).isEqualTo("feed.reset");
        say(quiet);
        his.awaitPosition(end());
        assertThat(his.types()).containsExactly("message.sent", "server.renamed");
      }
    }

    /** Who reads no history gets what a break of the line took from them, and nothing older. */
    @Test
    void shouldGetNoHistoryByGoingOnFromLongAgo() {
      town.permit(server, everyone, alice, Permission.VIEW_CHANNEL);
      UserId carol = town.someone();
      town.join(server, carol);
      town.give(server, carol, town.role(server, alice, Permission.READ_HISTORY), alice);
      long before = node.behind().head();
      town.sayAt(server, channel, alice, Instant.now().minus(Duration.ofMinutes(3)));
      say(channel);

      try (FeedClient his = town.resume(bob, before);
          FeedClient hers = town.resume(carol, before)) {
        long last = end();
        his.awaitPosition(last);
        hers.awaitPosition(last);
        assertThat(his.types()).containsExactly("message.sent", "server.renamed");
        assertThat(hers.types()).containsExactly("message.sent", "message.sent", "server.renamed");
      }
    }

    @Test
    void shouldGoOnWhenOnlyOthersWereConcerned() {
      RoleId staff = town.role(server, alice);
      UserId carol = town.someone();
      town.join(server, carol);
      long before = node.behind().head();
      town.give(server, carol, staff, alice);
      ServerId other = town.server(carol);
      town.permit(other, RoleId.everyone(other), carol, Permission.VIEW_CHANNEL);
      say(channel);

      try (FeedClient his = town.resume(bob, before)) {
        his.awaitPosition(end());
        assertThat(his.frames().getFirst().event()).isEqualTo("feed.ready");
        assertThat(his.types()).containsExactly("role.given", "message.sent", "server.renamed");
      }
    }
  }
}
