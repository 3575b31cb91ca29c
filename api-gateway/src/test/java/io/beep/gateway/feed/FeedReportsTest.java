package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears that something was reported. */
class FeedReportsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private Town town;
  private UserId alice;
  private UserId bob;
  private UserId carol;
  private ServerId server;
  private ChannelId channel;

  /** Alice owns, Carol keeps order, Bob is there. */
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
    town.give(server, carol, town.role(server, alice, Permission.MANAGE_MESSAGES), alice);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Nested
  class WhenSomethingIsReported {

    @Test
    void shouldTellWhoKeepsOrderAndNobodyElse() {
      try (FeedClient hers = town.follow(carol);
          FeedClient his = town.follow(bob)) {
        town.report(server, alice, channel, bob);
        long end = town.rename(server, alice);

        assertThat(hers.awaitPosition(end).types())
            .containsExactly("report.filed", "server.renamed");
        assertThat(his.awaitPosition(end).types()).containsExactly("server.renamed");
        assertThat(hers.frames().getFirst().data().toString())
            .doesNotContain("secret words", bob.value().toString());
      }
    }

    @Test
    void shouldNotTellWhoIsAccusedNorWhoDoesNotSeeWhereItWasSaid() {
      ChannelId hidden = town.channel(server, alice, true);
      try (FeedClient hers = town.follow(carol)) {
        town.report(server, carol, null, bob);
        town.report(server, bob, hidden, alice);
        long end = town.rename(server, alice);

        assertThat(hers.awaitPosition(end).types()).containsExactly("server.renamed");
      }
    }

    @Test
    void shouldTellWhoWasAwayTheSame() {
      ChannelId hidden = town.channel(server, alice, true);
      long known = node.behind().head();
      town.report(server, carol, null, bob);
      town.report(server, bob, hidden, alice);
      town.report(server, bob, channel, alice);
      long end = town.rename(server, alice);
      try (FeedClient hers = town.resume(carol, known);
          FeedClient his = town.resume(bob, known)) {
        assertThat(hers.awaitPosition(end).types())
            .containsSubsequence("report.filed", "server.renamed")
            .filteredOn("report.filed"::equals)
            .hasSize(1);
        assertThat(his.awaitPosition(end).types()).doesNotContain("report.filed");
      }
    }
  }
}
