package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears what of a server that is deleted, restored, and deleted for ever. */
class FeedDeletionTest {

  @TempDir static Path web;

  private GatewayNode node;
  private Town town;
  private UserId alice;
  private UserId bob;
  private UserId carol;
  private ServerId server;
  private ChannelId channel;

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
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void shouldTakeItFromItsMembersAndGiveItBack() {
    try (FeedClient his = town.follow(bob);
        FeedClient hers = town.follow(carol)) {
      long gone = town.scheduleDeletion(server, alice);
      town.say(server, channel, alice, "cannot happen, and would not be told");
      long back = town.restore(server, alice);
      long said = town.say(server, channel, alice, "we are back");

      assertThat(his.awaitPosition(said).ids()).containsExactly(gone, back, said);
      assertThat(his.types()).containsExactly("server.deleted", "server.restored", "message.sent");
      ServerId elsewhere = town.server(carol);
      assertThat(elsewhere).isNotNull();
      assertThat(hers.awaitPosition(said + 2).types())
          .containsExactly("server.created", "member.joined");
    }
  }

  @Test
  void shouldGiveItBackToWhoCameWhileItWasGone() {
    town.scheduleDeletion(server, alice);

    try (FeedClient his = town.follow(bob)) {
      long back = town.restore(server, alice);
      long said = town.say(server, channel, alice, "we are back");

      assertThat(his.awaitPosition(said).ids()).containsExactly(back, said);
    }
  }

  @Test
  void shouldTellWhoWasAwayOfBoth() {
    long known = town.say(server, channel, alice, "seen");
    long gone = town.scheduleDeletion(server, alice);
    long back = town.restore(server, alice);
    long said = town.say(server, channel, alice, "we are back");

    try (FeedClient his = town.resume(bob, known)) {
      assertThat(his.awaitPosition(said).ids()).containsExactly(gone, back, said);
    }
  }

  @Test
  void shouldTellItsOwnerAloneHowFarItIs() {
    town.scheduleDeletion(server, alice);

    try (FeedClient hers = town.follow(alice);
        FeedClient his = town.follow(bob)) {
      node.behind().publish(new ServerDeletionStarted(server, alice));
      node.behind().publish(new ServerDeletionAdvanced(server, alice, "messages", 3, 9));
      long end =
          node.behind().publish(new ServerDeletionFinished(server, alice, Map.of("messages", 9L)));

      List<FeedClient.Frame> frames = hers.awaitPosition(end).frames();
      assertThat(hers.types())
          .containsExactly(
              "server.deletion-progress", "server.deletion-progress", "server.deletion-finished");
      assertThat(frames.get(frames.size() - 2).data().path("step").asString())
          .isEqualTo("messages");
      assertThat(frames.get(frames.size() - 2).data().path("done").asLong()).isEqualTo(3);
      ServerId elsewhere = town.server(bob);
      assertThat(elsewhere).isNotNull();
      assertThat(his.awaitPosition(end + 2).types())
          .containsExactly("server.created", "member.joined");
    }
  }
}
