package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is there, as others are told. */
@OnBeep
class PresenceTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Person ada;
  private final Person grace;
  private final Witness witness;
  private Community community;

  PresenceTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.witness = beep.witness();
    this.community = ada.foundPublic("Here and there");
  }

  @BeforeEach
  void bothAreIn() {
    community = ada.foundPublic("Here and there");
    grace.join(community);
    choose(ada, "online");
  }

  private static void choose(Person person, String status) {
    Answer answer = person.call("PUT", "/api/me/presence").json(Map.of("status", status)).send();
    assertThat(answer).hasStatus(204);
  }

  private static @Nullable String lastOf(FeedStream feed, Person person) {
    String last = null;
    for (FeedStream.Frame frame : feed.frames()) {
      if (frame.is("presence")) {
        for (JsonNode one : frame.data().path("presences")) {
          if (one.path("userId").asString("").equals(person.id())) {
            last = one.path("presence").asString("");
          }
        }
      }
    }
    return last;
  }

  private static void awaitShown(FeedStream feed, Person person, String presence) {
    await(person.id() + " " + presence)
        .atMost(SOON)
        .untilAsserted(() -> assertThat(lastOf(feed, person)).isEqualTo(presence));
  }

  @Test
  void shouldFollowDevicesAndChoicesAndCostNoEvent() {
    Boolean followed = witness.ofEvents(0, this::followsDevicesAndChoices);
    assertThat(followed).isTrue();
  }

  private boolean followsDevicesAndChoices() {
    UUID phone = UUID.randomUUID();
    try (FeedStream hers = FeedStream.open(grace.call("GET", "/api/feed"));
        FeedStream _ = FeedStream.open(ada.call("GET", "/api/feed?device=" + phone))) {
      awaitShown(hers, ada, "online");
      assertThat(ada.call("PUT", "/api/me/devices/" + phone).json(Map.of("idle", true)).send())
          .hasStatus(204);
      awaitShown(hers, ada, "idle");
      choose(ada, "dnd");
      awaitShown(hers, ada, "dnd");
      assertThat(ada.get("/api/me/presence").json().path("status").asString("")).isEqualTo("dnd");
      choose(ada, "invisible");
      awaitShown(hers, ada, "offline");
      assertThat(grace.get("/api/servers/" + community.id() + "/presences").json().toString())
          .contains(grace.id())
          .doesNotContain(ada.id());
      choose(ada, "online");
      awaitShown(hers, ada, "idle");
      assertThat(
              grace
                  .get("/api/channels/" + community.text() + "/members")
                  .json()
                  .path("items")
                  .toString())
          .contains("\"presence\":\"idle\"", "\"presence\":\"online\"");
    }
    return true;
  }
}
