package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class DeletedServerTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;

  DeletedServerTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
  }

  private static Optional<JsonNode> deleted(Person person, Community community) {
    JsonNode items = person.get("/api/servers/deleted").requireSuccess().json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("id").asString("").equals(community.id()))
        .findAny();
  }

  private static Answer restore(Person person, Community community) {
    return person.call("POST", community.path() + "/restore").send();
  }

  @Test
  void shouldBeListedForItsOwnerAloneForAWeek() {
    Community community = ada.foundPublic("Going");
    grace.join(community);

    ada.delete(community.path()).requireSuccess();

    JsonNode listed = deleted(ada, community).orElseThrow();
    assertThat(listed.path("name").asString("")).isEqualTo("Going");
    assertThat(Instant.parse(listed.path("finalAt").asString("")))
        .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(5, ChronoUnit.MINUTES));
    assertThat(listed.has("progress")).isFalse();
    assertThat(deleted(grace, community)).isEmpty();
  }

  @Test
  void shouldBeAsBeforeWhenItIsRestored() {
    Community community = ada.foundPrivate("There and back");
    String invitation =
        ada.post(community.path() + "/invitations", java.util.Map.of())
            .requireSuccess()
            .json()
            .path("code")
            .asString("");
    grace.call("POST", "/api/invitations/" + invitation + "/accept").send().requireSuccess();
    grace.say(community.text(), "before");
    try (FeedStream hers = grace.follow()) {
      ada.delete(community.path()).requireSuccess();
      hers.await("server.deleted");
      assertThat(grace.get(community.path())).isProblem(404, "server.not-found");
      assertThat(grace.get("/api/invitations/" + invitation))
          .isProblem(410, "invitation.server-gone");

      Answer answer = witness.ofEvents(1, () -> restore(ada, community));

      assertThat(answer).hasStatus(200);
      hers.await("server.restored");
      assertThat(deleted(ada, community)).isEmpty();
      assertThat(grace.get("/api/servers").text()).contains(community.id());
      assertThat(grace.get(community.path()).requireSuccess().json().path("memberCount").asInt())
          .isEqualTo(2);
      assertThat(grace.history(community.text(), "").contents()).containsExactly("before");
      assertThat(grace.get("/api/invitations/" + invitation).status()).isEqualTo(200);
      ada.say(community.text(), "after");
      hers.awaitMessage("after");
    }
  }

  @Test
  void shouldBeRestoredByItsOwnerAlone() {
    Community community = ada.foundPublic("Not yours");
    grace.join(community);
    ada.delete(community.path()).requireSuccess();

    assertThat(witness.ofNothing(() -> restore(grace, community)))
        .isProblem(404, "server.not-found");
  }

  @Test
  void shouldDoNothingToAServerThatIsThere() {
    Community community = ada.foundPublic("Still here");

    assertThat(witness.ofNothing(() -> restore(ada, community))).hasStatus(200);
  }
}
