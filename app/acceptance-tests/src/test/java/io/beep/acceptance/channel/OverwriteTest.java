package io.beep.acceptance.channel;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class OverwriteTest {

  private static final List<String> NOTHING = List.of();
  private static final List<String> SEEING = List.of("VIEW_CHANNEL");

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private Community community;
  private String channel;

  OverwriteTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
    this.community = ada.foundPublic("Overwrites");
    this.channel = ada.openChannel(community, "news");
  }

  /** What one test hides would be hidden in another. */
  @BeforeEach
  void found() {
    community = ada.foundPublic("Overwrites");
    channel = ada.openChannel(community, "news");
    grace.join(community);
  }

  private static String overwrites(String of) {
    return "/api/channels/" + of + "/overwrites";
  }

  private static Answer set(
      Person person, String of, String target, List<String> allow, List<String> deny) {
    return person
        .call("PUT", overwrites(of) + "/" + target)
        .json(Map.of("allow", allow, "deny", deny))
        .send();
  }

  private void assertSees(Person person, String channel) {
    person.say(channel, "here");
    assertThat(person.get(community.path()).text()).contains(channel);
    assertThat(person.get("/api/channels/" + channel + "/messages")).hasStatus(200);
  }

  private void assertHidden(Person person, String channel) {
    assertThat(person.post("/api/channels/" + channel + "/messages", Map.of("content", "?")))
        .isProblem(404, "channel.not-found");
    assertThat(person.get(community.path()).text()).doesNotContain(channel);
    assertThat(person.get("/api/channels/" + channel + "/messages"))
        .isProblem(404, "channel.not-found");
    assertThat(person.get("/api/search/messages?q=here&channelId=" + channel))
        .isProblem(404, "channel.not-found");
  }

  @Nested
  class WhenAChannelIsHiddenAndShown {

    @Test
    void shouldHoldAtOnceForWhoSaysReadsAndSearches() {
      assertSees(grace, channel);

      set(ada, channel, community.id(), NOTHING, SEEING).requireSuccess();
      assertHidden(grace, channel);
      assertSees(ada, channel);

      set(ada, channel, grace.id(), SEEING, NOTHING).requireSuccess();
      assertSees(grace, channel);

      ada.delete(overwrites(channel) + "/" + grace.id()).requireSuccess();
      assertHidden(grace, channel);
    }

    @Test
    void shouldShowItToWhoHasTheRole() {
      String role = ada.post(community.path() + "/roles", Map.of("name", "staff")).id();
      String held = community.path() + "/members/" + grace.id() + "/roles/" + role;
      set(ada, channel, community.id(), NOTHING, SEEING).requireSuccess();
      set(ada, channel, role, SEEING, NOTHING).requireSuccess();
      assertHidden(grace, channel);

      ada.put(held).requireSuccess();
      assertSees(grace, channel);
      ada.delete(held).requireSuccess();
      assertHidden(grace, channel);
    }
  }

  @Nested
  class WhenSomeoneMakesItPrivate {

    @BeforeEach
    void trust() {
      String role =
          ada.post(
                  community.path() + "/roles",
                  Map.of(
                      "name", "keepers", "permissions", List.of("MANAGE_CHANNELS", "MANAGE_ROLES")))
              .id();
      ada.put(community.path() + "/members/" + grace.id() + "/roles/" + role).requireSuccess();
      stranger.join(community);
    }

    @Test
    void shouldStillShowItToThem() {
      String club =
          grace
              .post(
                  community.path() + "/channels",
                  Map.of("name", "club", "type", "text", "private", true))
              .requireSuccess()
              .id();
      assertSees(grace, club);
      assertHidden(stranger, club);

      grace.patch("/api/channels/" + channel, Map.of("private", true)).requireSuccess();
      assertSees(grace, channel);
      assertHidden(stranger, channel);
    }

    @Test
    void shouldKeepWhatTheyDoNotSeeWhenTheyDeleteItsFolder() {
      String folder =
          grace
              .post(community.path() + "/channels", Map.of("name", "box", "type", "folder"))
              .requireSuccess()
              .id();
      String hidden =
          ada.post(
                  community.path() + "/channels",
                  Map.of("name", "hidden", "type", "text", "parentId", folder, "private", true))
              .requireSuccess()
              .id();
      assertHidden(grace, hidden);

      grace.delete("/api/channels/" + folder).requireSuccess();
      assertSees(ada, hidden);
    }
  }

  @Nested
  class WhenItIsInAFolder {

    private String folder = "";
    private String inside = "";

    /** After that of the test around it. */
    @BeforeEach
    void fill() {
      folder =
          ada.post(community.path() + "/channels", Map.of("name", "box", "type", "folder")).id();
      inside =
          ada.post(
                  community.path() + "/channels",
                  Map.of("name", "inside", "type", "text", "parentId", folder))
              .id();
    }

    private JsonNode shown() {
      return ada.get(overwrites(inside)).requireSuccess().json();
    }

    @Test
    void shouldFollowItUntilItHasItsOwnAndAgainWhenSynced() {
      set(ada, folder, community.id(), NOTHING, SEEING).requireSuccess();
      assertHidden(grace, inside);
      assertThat(shown().path("synced").asBoolean(false)).isTrue();
      assertThat(shown().path("items")).hasSize(1);

      set(ada, inside, grace.id(), SEEING, NOTHING).requireSuccess();
      assertSees(grace, inside);
      assertThat(shown().path("synced").asBoolean(true)).isFalse();
      assertThat(shown().path("items")).hasSize(2);
      assertThat(shown().path("items").path(1).path("kind").asString("")).isEqualTo("member");

      ada.delete(overwrites(inside)).requireSuccess();
      assertHidden(grace, inside);
      assertThat(shown().path("synced").asBoolean(false)).isTrue();
    }
  }

  @Nested
  class WhenSomeoneMayNot {

    @Test
    void shouldShowAndLetThemChangeNothing() {
      for (Answer answer :
          witness.ofEvents(
              0,
              () ->
                  List.of(
                      grace.get(overwrites(channel)),
                      set(grace, channel, grace.id(), List.of("MANAGE_MESSAGES"), NOTHING),
                      grace.delete(overwrites(channel) + "/" + community.id()),
                      grace.delete(overwrites(channel))))) {
        assertThat(answer).isProblem(403, "permission.missing");
      }
      for (Answer answer :
          witness.ofEvents(
              0,
              () ->
                  List.of(
                      stranger.get(overwrites(channel)),
                      set(stranger, channel, grace.id(), SEEING, NOTHING),
                      stranger.delete(overwrites(channel) + "/" + community.id()),
                      stranger.delete(overwrites(channel))))) {
        assertThat(answer).isProblem(404, "channel.not-found");
      }
    }

    @Test
    void shouldRefuseTheImpossible() {
      assertThat(witness.ofNothing(() -> set(ada, channel, Ids.ofNothing(), SEEING, NOTHING)))
          .isProblem(404, "overwrite.not-found");
      assertThat(witness.ofNothing(() -> set(ada, channel, community.id(), SEEING, SEEING)))
          .isProblem(400, "channel.overwrite-contradictory")
          .blames("deny");
      assertThat(
              witness.ofNothing(
                  () -> set(ada, channel, community.id(), List.of("ADMINISTRATOR"), NOTHING)))
          .isProblem(400, "channel.overwrite-server-wide")
          .blames("allow");
      assertThat(witness.ofNothing(() -> ada.delete(overwrites(channel))))
          .isProblem(409, "channel.not-in-folder");
    }
  }
}
