package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.gateway.fixture.FakePictures;
import io.beep.gateway.fixture.FeedClient;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.Town;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPictureTest {

  private static final String PICTURE = FakePictures.id(5).value();
  private static final String URL = "/api/pictures/" + PICTURE + "/256";

  @TempDir Path web;

  @SuppressWarnings("NullAway.Init")
  private GatewayNode node;

  @SuppressWarnings("NullAway.Init")
  private Town town;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    town = new Town(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void shouldTellMembersOfThePictureOfTheirServer() {
    UserId alice = town.someone();
    ServerId server = town.server(alice);
    try (FeedClient hers = town.follow(alice)) {
      node.behind().publish(new ServerPictureSet(server, PICTURE, alice));
      long gone = node.behind().publish(new ServerPictureSet(server, null, alice));
      hers.awaitPosition(gone);

      assertThat(hers.types()).containsExactly("server.picture-set", "server.picture-set");
      assertThat(hers.frames().get(1).data().path("pictureUrl").asString()).isEqualTo(URL);
      assertThat(hers.frames().get(2).data().has("pictureUrl")).isFalse();
    }
  }

  /** Also while the one who has it listens nowhere. */
  @Test
  void shouldTellThoseWhoMeetSomeoneHowTheyLook() {
    UserId alice = town.someone();
    UserId bob = town.someone();
    UserId stranger = town.someone();
    ServerId server = town.server(alice);
    town.join(server, bob);
    ServerId elsewhere = town.server(stranger);
    try (FeedClient his = town.follow(bob);
        FeedClient theirs = town.follow(stranger)) {
      long changed = node.behind().publish(new UserPictureSet(alice, PICTURE));
      his.awaitPosition(changed);
      theirs.awaitPosition(town.rename(elsewhere, stranger));

      assertThat(his.types()).containsExactly("user.picture-set");
      assertThat(his.frames().get(1).data().path("avatarUrl").asString()).isEqualTo(URL);
      assertThat(theirs.types()).containsExactly("server.renamed");
    }
  }

  @Test
  void shouldTellWhoWasAway() {
    UserId alice = town.someone();
    UserId bob = town.someone();
    ServerId server = town.server(alice);
    town.join(server, bob);
    long known = node.behind().head();
    long changed = node.behind().publish(new UserPictureSet(alice, PICTURE));
    long end = town.rename(server, alice);

    try (FeedClient his = town.resume(bob, known)) {
      his.awaitPosition(end);
      assertThat(his.ids()).startsWith(changed);
      assertThat(his.types()).startsWith("user.picture-set", "server.renamed");
    }
  }
}
