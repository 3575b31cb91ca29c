package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class PictureTest {

  private final Beep beep;
  private final Person ada;
  private final Person grace;
  private Community community;

  PictureTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.community = ada.foundPublic("Looks");
  }

  @BeforeEach
  void found() {
    community = ada.foundPublic("Looks");
    grace.join(community);
  }

  private static byte[] photograph(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return out.toByteArray();
  }

  private static Answer give(Person person, String path, byte[] bytes) {
    return person.call("PUT", path).body("image/jpeg", bytes).send();
  }

  private BufferedImage look(String url) {
    try {
      return ImageIO.read(
          new ByteArrayInputStream(beep.call("GET", url).send().requireSuccess().body()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private JsonNode seenBy(Person person, long atLeast) {
    return person.get(community.path() + "?atLeast=" + atLeast).requireSuccess().json();
  }

  @Test
  void shouldShowThePictureOfAServerToAllInEverySize() {
    try (FeedStream hers = grace.follow()) {
      Answer given = give(ada, community.path() + "/picture", photograph(900, 600));
      String url = given.requireSuccess().json().path("url").asString("");

      assertThat(seenBy(grace, given.position()).path("pictureUrl").asString("")).isEqualTo(url);
      assertThat(look(url).getWidth()).isEqualTo(256);
      assertThat(look(url.replace("/256", "/64")).getHeight()).isEqualTo(64);
      assertThat(hers.await("server.picture-set").data().path("pictureUrl").asString(""))
          .isEqualTo(url);
    }
  }

  @Test
  void shouldForgetTheOneBefore() {
    String path = community.path() + "/banner";
    String first =
        give(ada, path, photograph(960, 320)).requireSuccess().json().path("url").asString("");
    give(ada, path, photograph(960, 320)).requireSuccess();

    org.awaitility.Awaitility.await().until(() -> beep.call("GET", first).send().status() == 404);
    Answer gone = ada.delete(path).requireSuccess();
    assertThat(seenBy(ada, gone.position()).has("bannerUrl")).isFalse();
  }

  @Test
  void shouldTakeNothingOfWhoMayNotNorWhatIsNoPicture() {
    assertThat(give(grace, community.path() + "/picture", photograph(64, 64)))
        .isProblem(403, "permission.missing");
    assertThat(
            give(
                ada,
                community.path() + "/picture",
                "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
        .isProblem(422, "picture.type-unknown");
    assertThat(give(ada, community.path() + "/picture", Arrays.copyOf(photograph(640, 640), 300)))
        .isProblem(422, "picture.unreadable");
    assertThat(
            ada.call("PUT", community.path() + "/picture")
                .body("application/json", photograph(64, 64))
                .send())
        .isProblem(415, "content-type.unknown");
  }

  @Test
  void shouldShowSomeoneAsTheyLookToThoseWhoMeetThem() {
    try (FeedStream hers = grace.follow()) {
      Answer given = give(ada, "/api/me/picture", photograph(300, 300)).requireSuccess();
      String url = given.json().path("url").asString("");

      assertThat(hers.await("user.picture-set").data().path("avatarUrl").asString(""))
          .isEqualTo(url);
      assertThat(
              ada.get("/api/me?atLeast=" + given.position()).json().path("avatarUrl").asString(""))
          .isEqualTo(url);
      assertThat(
              grace
                  .get(community.path() + "/members?atLeast=" + given.position())
                  .requireSuccess()
                  .text())
          .contains(url);
    }
  }
}
