package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.picture.ChangedPicture;
import io.beep.coreapi.shared.picture.PictureError;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.user.SetUserPicture;
import io.beep.gateway.fixture.FakePictures;
import io.beep.gateway.fixture.GatewayNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureEndpointsTest {

  private static final byte[] BYTES = "what a picture is made of".getBytes(StandardCharsets.UTF_8);
  private static final PictureId FIRST = FakePictures.id(1);
  private static final PictureId OLD = PictureId.of("f".repeat(PictureId.LENGTH));

  @TempDir Path web;

  @SuppressWarnings("NullAway.Init")
  private GatewayNode node;

  @SuppressWarnings("NullAway.Init")
  private UserId alice;

  @SuppressWarnings("NullAway.Init")
  private ServerId server;

  @BeforeEach
  void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    alice = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    node.behind()
        .answer(
            GetServer.class,
            ServerView.class,
            query ->
                view(
                    query.asking().equals(alice)
                        ? PermissionSet.of(Permission.MANAGE_SERVER)
                        : PermissionSet.NONE));
    node.behind()
        .handle(SetServerPicture.class, command -> new ChangedPicture(command.pictureId(), OLD));
    node.behind()
        .handle(SetServerBanner.class, command -> new ChangedPicture(command.pictureId(), null));
    node.behind()
        .handle(SetUserPicture.class, command -> new ChangedPicture(command.pictureId(), null));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private ServerView view(PermissionSet permissions) {
    return new ServerView(
        server,
        "Engines",
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        alice,
        1,
        Instant.EPOCH,
        true,
        permissions,
        null,
        List.of(),
        1);
  }

  private Object lastCommand() {
    return node.behind().commandsSeen().getLast().getPayload();
  }

  private String path(String which) {
    return "/api/servers/" + server.value() + "/" + which;
  }

  private GatewayNode.Reply put(String path, UserId user, String type, byte[] bytes) {
    return node.send(
        node.request(path, user)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  @Nested
  class WhenAPictureIsGiven {

    @Test
    void shouldKeepItThenSaySoAndForgetTheOldOne() {
      GatewayNode.Reply reply = put(path("picture"), alice, "image/png", BYTES);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("url").asString()).isEqualTo("/api/pictures/" + FIRST + "/256");
      assertThat(node.pictures().kept()).containsOnlyKeys(FIRST);
      assertThat(lastCommand()).isEqualTo(new SetServerPicture(server, alice, FIRST));
      assertThat(node.pictures().forgotten()).containsExactly(OLD);
    }

    @Test
    void shouldTakeBannersAndOnesOwn() {
      assertThat(put(path("banner"), alice, "image/webp", BYTES).json().path("url").asString())
          .isEqualTo("/api/pictures/" + FIRST + "/1920");
      assertThat(put("/api/me/picture", alice, "image/jpeg", BYTES).status()).isEqualTo(200);
      assertThat(lastCommand()).isEqualTo(new SetUserPicture(alice, FakePictures.id(2)));
    }

    @Test
    void shouldTakeItAway() {
      GatewayNode.Reply reply = node.send(node.request(path("picture"), alice).DELETE());

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().has("url")).isFalse();
      assertThat(lastCommand()).isEqualTo(new SetServerPicture(server, alice, null));
      assertThat(node.pictures().forgotten()).containsExactly(OLD);
    }

    @Test
    void shouldForgetWhatAnotherRequestWithTheSameKeyHadGivenBefore() {
      node.behind()
          .handle(SetServerBanner.class, _ -> new ChangedPicture(FakePictures.id(7), null));

      put(path("banner"), alice, "image/png", BYTES);

      assertThat(node.pictures().kept()).isEmpty();
    }
  }

  @Nested
  class WhenItIsRefused {

    @Test
    void shouldKeepNothingOfWhoMayNot() {
      GatewayNode.Reply reply =
          put(path("picture"), new UserId(node.ids().next()), "image/png", BYTES);

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("permission.missing");
      assertThat(node.pictures().kept()).isEmpty();
    }

    @Test
    void shouldForgetWhatTheCommandRefuses() {
      node.behind().refuse(SetServerBanner.class, new CommonError.Forbidden("MANAGE_SERVER"));

      assertThat(put(path("banner"), alice, "image/png", BYTES).status()).isEqualTo(403);
      assertThat(node.pictures().kept()).isEmpty();
    }

    @Test
    void shouldNotForgetWhatMayHaveBeenTaken() {
      node.behind().refuse(SetServerBanner.class, new CommonError.Unavailable("event-store"));

      assertThat(put(path("banner"), alice, "image/png", BYTES).status()).isEqualTo(503);
      assertThat(node.pictures().kept()).containsOnlyKeys(FIRST);
    }

    @Test
    void shouldSayWhatIsWrongWithIt() {
      node.pictures().refuse(new PictureError.TypeUnknown());
      assertThat(put(path("picture"), alice, "image/png", BYTES).code())
          .isEqualTo("picture.type-unknown");
      assertThat(put(path("picture"), alice, "application/json", BYTES).status()).isEqualTo(415);
      assertThat(
              put(path("picture"), alice, "image/png", new byte[Pictures.MOST_BYTES + 1]).status())
          .isEqualTo(413);
    }

    @Test
    void shouldSayThatTheStoreIsAway() {
      node.pictures().refuse(new CommonError.Unavailable("files"));

      GatewayNode.Reply reply = put(path("picture"), alice, "image/png", BYTES);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("files.unavailable");
      assertThat(reply.header("Retry-After")).isNotEmpty();
      assertThat(node.send(node.anonymous("/api/pictures/" + FIRST + "/64")).status())
          .isEqualTo(503);
    }
  }

  @Nested
  class WhenItIsLookedAt {

    @Test
    void shouldBeServedToWhoeverKnowsItsAddressAndRunNothing() {
      put(path("picture"), alice, "image/png", BYTES);

      GatewayNode.Reply reply = node.send(node.anonymous("/api/pictures/" + FIRST + "/64"));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).isEqualTo("image/png");
      assertThat(reply.header("Cache-Control")).contains("immutable");
      assertThat(reply.header("Content-Security-Policy")).contains("sandbox");
      assertThat(reply.header("Content-Disposition")).contains("inline").contains("picture.png");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");

      GatewayNode.Reply again =
          node.send(
              node.anonymous("/api/pictures/" + FIRST + "/64")
                  .header("If-None-Match", reply.header("ETag")));
      assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void shouldBeNowhereElse() {
      put(path("picture"), alice, "image/png", BYTES);

      for (String none : List.of(FIRST + "/65", OLD + "/64", "x/64", FIRST + "/064", FIRST + "/")) {
        assertThat(node.send(node.anonymous("/api/pictures/" + none)).status())
            .as(none)
            .isEqualTo(404);
      }
    }
  }
}
