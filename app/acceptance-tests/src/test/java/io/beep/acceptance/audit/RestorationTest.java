package io.beep.acceptance.audit;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was deleted comes back with all that was in it. */
@OnBeep
class RestorationTest {

  private final Beep beep;
  private Person ada;
  private Person grace;
  private Community community;

  @SuppressWarnings("NullAway.Init") // the rest is found anew for each test
  RestorationTest(Beep beep) {
    this.beep = beep;
  }

  @BeforeEach
  void found() {
    ada = beep.newcomer();
    grace = beep.newcomer();
    community = ada.foundPublic("Phoenix");
    grace.join(community);
  }

  private String log() {
    return community.path() + "/audit-log";
  }

  private static List<JsonNode> items(Answer page) {
    return StreamSupport.stream(page.json().path("items").spliterator(), false).toList();
  }

  private List<JsonNode> acts(String query) {
    return items(ada.get(log() + query).requireSuccess());
  }

  private Answer undo(JsonNode act) {
    return ada.call("POST", log() + "/" + act.path("position").asLong() + "/undo").send();
  }

  private static String channel(String id) {
    return "/api/channels/" + id;
  }

  private JsonNode listed(Person person, String id) {
    return items(person.get(community.path() + "/channels").requireSuccess()).stream()
        .filter(one -> one.path("id").asString("").equals(id))
        .findAny()
        .orElseThrow(() -> new AssertionError("the channel is not listed"));
  }

  private static Answer search(Person person, String words) {
    return person.get("/api/search/messages?q=" + words);
  }

  private static void awaitFound(Person person, String words, int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> assertThat(items(search(person, words).requireSuccess())).hasSize(count));
  }

  private String roleOfGrace(String... permissions) {
    String role =
        ada.post(
                community.path() + "/roles",
                Map.of("name", "Stokers", "permissions", List.of(permissions)))
            .requireSuccess()
            .id();
    ada.put(community.path() + "/members/" + grace.id() + "/roles/" + role).requireSuccess();
    return role;
  }

  @Nested
  class WhenAChannelIsRestored {

    @Test
    void shouldHaveItsMessagesInHistoryAndSearch() {
      grace.say(community.text(), "phoenixfeather one");
      grace.say(community.text(), "phoenixfeather two");
      awaitFound(grace, "phoenixfeather", 2);
      JsonNode before = listed(grace, community.text());
      ada.delete(channel(community.text())).requireSuccess();
      assertThat(grace.get(channel(community.text()) + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(items(search(grace, "phoenixfeather").requireSuccess())).isEmpty();

      assertThat(undo(acts("?action=channel.ChannelDeleted").getFirst())).hasStatus(200);

      assertThat(grace.history(community.text(), "").contents())
          .containsExactly("phoenixfeather one", "phoenixfeather two");
      assertThat(listed(grace, community.text())).isEqualTo(before);
      awaitFound(grace, "phoenixfeather", 2);
      grace.say(community.text(), "and on");
      assertThat(acts("?action=channel.ChannelDeleted").getFirst().path("undoneBy").isNumber())
          .isTrue();
    }

    @Test
    void shouldLetInWhomItLetIn() {
      String role = roleOfGrace();
      String hidden = ada.openPrivateChannel(community, "plans");
      ada.call("PUT", channel(hidden) + "/overwrites/" + role)
          .json(Map.of("allow", List.of("VIEW_CHANNEL"), "deny", List.of()))
          .send()
          .requireSuccess();
      ada.say(hidden, "plan a");
      Person stranger = beep.newcomer();
      stranger.join(community);
      ada.delete(channel(hidden)).requireSuccess();
      assertThat(grace.call("POST", channel(hidden) + "/restore").send())
          .isProblem(403, "permission.missing");
      assertThat(stranger.call("POST", channel(hidden) + "/restore").send())
          .isProblem(404, "channel.not-found");

      ada.call("POST", channel(hidden) + "/restore").send().requireSuccess();

      assertThat(grace.history(hidden, "").contents()).containsExactly("plan a");
      assertThat(stranger.get(channel(hidden) + "/messages")).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldComeWithItsFolder() {
      String folder =
          ada.post(community.path() + "/channels", Map.of("name", "old", "type", "folder"))
              .requireSuccess()
              .id();
      String inside =
          ada.post(
                  community.path() + "/channels",
                  Map.of("name", "attic", "type", "text", "parentId", folder))
              .requireSuccess()
              .id();
      grace.say(inside, "dust");
      ada.delete(channel(folder)).requireSuccess();
      assertThat(ada.call("POST", channel(inside) + "/restore").send())
          .isProblem(409, "channel.folder-deleted");

      ada.call("POST", channel(folder) + "/restore").send().requireSuccess();

      assertThat(listed(grace, inside).path("parentId").asString("")).isEqualTo(folder);
      assertThat(grace.history(inside, "").contents()).containsExactly("dust");
      assertThat(acts("?action=channel.ChannelDeleted"))
          .hasSize(2)
          .allSatisfy(act -> assertThat(act.path("undoneBy").isNumber()).isTrue());
    }
  }

  @Nested
  class WhenARoleIsRestored {

    @Test
    void shouldBeHadByWhoHadIt() {
      String role = roleOfGrace("MANAGE_SERVER");
      ada.delete(community.path() + "/roles/" + role).requireSuccess();
      assertThat(grace.patch(community.path(), Map.of("name", "Mine")))
          .isProblem(403, "permission.missing");
      assertThat(members().toString()).doesNotContain(role);

      assertThat(undo(acts("?action=server.RoleDeleted").getFirst())).hasStatus(200);

      grace.patch(community.path(), Map.of("name", "Ours")).requireSuccess();
      assertThat(members().toString()).contains(role);
    }

    private JsonNode members() {
      return ada.get(community.path() + "/members").requireSuccess().json();
    }
  }

  @Nested
  class WhenSomeoneIsBroughtBack {

    private String ban() {
      return community.path() + "/bans/" + grace.id();
    }

    private JsonNode memberGrace() {
      return items(ada.get(community.path() + "/members").requireSuccess()).stream()
          .filter(member -> member.path("userId").asString("").equals(grace.id()))
          .findAny()
          .orElseThrow(() -> new AssertionError("she is not listed"));
    }

    @Test
    void shouldHaveTheirRolesAndWhatChannelsGaveThem() {
      String role = roleOfGrace("MANAGE_SERVER");
      String hidden = ada.openPrivateChannel(community, "plans");
      ada.call("PUT", channel(hidden) + "/overwrites/" + grace.id())
          .json(Map.of("allow", List.of("VIEW_CHANNEL"), "deny", List.of()))
          .send()
          .requireSuccess();
      JsonNode before = memberGrace();
      ada.put(ban()).requireSuccess();
      assertThat(grace.get(channel(hidden) + "/messages")).isProblem(404, "channel.not-found");

      Answer undone = undo(acts("?action=server.MemberBanned").getFirst());

      assertThat(undone).hasStatus(200);
      assertThat(undone.json().has("missingRoles")).isFalse();
      assertThat(memberGrace()).isEqualTo(before);
      assertThat(before.path("roles").toString()).contains(role);
      grace.patch(community.path(), Map.of("name", "Ours")).requireSuccess();
      grace.get(channel(hidden) + "/messages").requireSuccess();
      assertThat(acts("?action=server.MemberBanned").getFirst().path("undoneBy").isNumber())
          .isTrue();
      assertThat(undo(acts("?action=server.MemberBanned").getFirst()))
          .isProblem(409, "audit-log.undone-already");
    }

    @Test
    void shouldComeBackAfterAKickAndNotTwice() {
      String role = roleOfGrace();
      ada.delete(community.path() + "/members/" + grace.id()).requireSuccess();
      JsonNode first = acts("?action=server.MemberKicked").getFirst();
      assertThat(undo(first)).hasStatus(200);
      assertThat(memberGrace().path("roles").toString()).contains(role);

      ada.delete(community.path() + "/members/" + grace.id()).requireSuccess();
      grace.join(community);
      assertThat(undo(acts("?action=server.MemberKicked").getFirst()))
          .as("she came by herself")
          .isProblem(409, "audit-log.changed-since");
    }

    @Test
    void shouldStayUnbannedAloneWhenTheBanIsLiftedByHand() {
      ada.put(ban()).requireSuccess();
      ada.delete(ban()).requireSuccess();

      assertThat(undo(acts("?action=server.MemberBanned").getFirst()))
          .isProblem(409, "audit-log.changed-since");
      assertThat(items(ada.get(community.path() + "/members").requireSuccess())).hasSize(1);
    }
  }

  @Nested
  class WhenAllThatSomeoneDidIsUndone {

    @Test
    void shouldBringBackWhatTheyDeletedAndDeleteWhatTheyMade() {
      grace.say(community.text(), "before the raid");
      roleOfGrace("MANAGE_CHANNELS", "MANAGE_ROLES");
      Instant since = Instant.now().minusSeconds(60);
      String made = grace.openChannel(community, "raid");
      grace.delete(channel(community.text())).requireSuccess();
      String folder =
          grace
              .post(community.path() + "/channels", Map.of("name", "raiders", "type", "folder"))
              .requireSuccess()
              .id();
      grace
          .post(
              community.path() + "/channels",
              Map.of("name", "loot", "type", "text", "parentId", folder))
          .requireSuccess();
      grace.delete(channel(folder)).requireSuccess();

      Answer answer =
          ada.post(log() + "/undo", Map.of("actor", grace.id(), "since", since.toString()));

      assertThat(answer).hasStatus(200);
      assertThat(items(answer))
          .as("%s", answer.text())
          .hasSize(6)
          .allSatisfy(item -> assertThat(item.path("undone").asBoolean()).isTrue());
      assertThat(ada.history(community.text(), "").contents()).containsExactly("before the raid");
      assertThat(ada.get(channel(made) + "/messages")).isProblem(404, "channel.not-found");
      assertThat(items(ada.get(community.path() + "/channels")))
          .extracting(one -> one.path("name").asString(""))
          .doesNotContain("raid", "raiders", "loot");
    }

    private Answer undoAllOfGrace(Instant since) {
      return ada.post(log() + "/undo", Map.of("actor", grace.id(), "since", since.toString()))
          .requireSuccess();
    }

    private static void assertAllUndone(Answer answer) {
      assertThat(items(answer))
          .as("%s", answer.text())
          .isNotEmpty()
          .allSatisfy(item -> assertThat(item.path("undone").asBoolean()).isTrue());
    }

    /** A folder that only Grace's role sees, and a channel that follows it. */
    private String hiddenChannel(String role) {
      String folder =
          ada.post(
                  community.path() + "/channels",
                  Map.of("name", "staff", "type", "folder", "private", true))
              .requireSuccess()
              .id();
      allow(ada, folder, role, "VIEW_CHANNEL");
      return ada.post(
              community.path() + "/channels",
              Map.of("name", "plans", "type", "text", "parentId", folder))
          .requireSuccess()
          .id();
    }

    private void allow(Person person, String channel, String target, String permission) {
      person
          .call("PUT", channel(channel) + "/overwrites/" + target)
          .json(Map.of("allow", List.of(permission), "deny", List.of()))
          .send()
          .requireSuccess();
    }

    private void move(String channel, Map<String, ?> where) {
      grace.call("PUT", channel(channel) + "/place").json(where).send().requireSuccess();
    }

    @Test
    void shouldNotShowAHiddenChannelToEveryone() {
      String role = roleOfGrace("MANAGE_CHANNELS", "MANAGE_ROLES");
      String guests =
          ada.post(community.path() + "/roles", Map.of("name", "Guests")).requireSuccess().id();
      String touched = hiddenChannel(role);
      String moved = hiddenChannel(role);
      JsonNode touchedBefore = listed(ada, touched);
      JsonNode movedBefore = listed(ada, moved);
      Person stranger = beep.newcomer();
      stranger.join(community);
      Instant since = Instant.now().minusSeconds(60);
      allow(grace, touched, guests, "SEND_MESSAGES");
      move(moved, Map.of());

      assertAllUndone(undoAllOfGrace(since));

      for (String hidden : List.of(touched, moved)) {
        assertThat(stranger.get(channel(hidden) + "/messages")).isProblem(404, "channel.not-found");
      }
      assertThat(listed(ada, touched)).isEqualTo(touchedBefore);
      assertThat(listed(ada, moved)).isEqualTo(movedBefore);
    }

    private String privateChannelIn(String folder) {
      return ada.post(
              community.path() + "/channels",
              Map.of("name", "secret", "type", "text", "parentId", folder, "private", true))
          .requireSuccess()
          .id();
    }

    @Test
    void shouldHideAgainWhatWasShownByItsFolder() {
      roleOfGrace("MANAGE_CHANNELS", "MANAGE_ROLES");
      // Beneath the other, so that she may change what they are given.
      String crew =
          ada.post(community.path() + "/roles", Map.of("name", "Crew")).requireSuccess().id();
      ada.put(community.path() + "/members/" + grace.id() + "/roles/" + crew).requireSuccess();
      String guests =
          ada.post(community.path() + "/roles", Map.of("name", "Guests")).requireSuccess().id();
      String folder =
          ada.post(community.path() + "/channels", Map.of("name", "open", "type", "folder"))
              .requireSuccess()
              .id();
      String synced = privateChannelIn(folder);
      String moved = ada.openPrivateChannel(community, "plans");
      for (String hidden : List.of(synced, moved)) {
        allow(ada, hidden, crew, "VIEW_CHANNEL");
      }
      JsonNode syncedBefore = listed(ada, synced);
      JsonNode movedBefore = listed(ada, moved);
      Person stranger = beep.newcomer();
      stranger.join(community);
      Instant since = Instant.now().minusSeconds(60);
      grace.delete(channel(synced) + "/overwrites").requireSuccess();
      move(moved, Map.of("parentId", folder, "synced", true));
      for (String shown : List.of(synced, moved)) {
        stranger.get(channel(shown) + "/messages").requireSuccess();
        allow(grace, shown, guests, "SEND_MESSAGES");
      }

      assertAllUndone(undoAllOfGrace(since));

      for (String hidden : List.of(synced, moved)) {
        assertThat(stranger.get(channel(hidden) + "/messages")).isProblem(404, "channel.not-found");
        grace.get(channel(hidden) + "/messages").requireSuccess();
      }
      assertThat(listed(ada, synced)).isEqualTo(syncedBefore);
      assertThat(listed(ada, moved)).isEqualTo(movedBefore);
    }

    @Test
    void shouldNotDeleteWhatOthersMadeWithAFolder() {
      ada.say(community.text(), "here to stay");
      JsonNode before = listed(ada, community.text());
      roleOfGrace("MANAGE_CHANNELS", "MANAGE_ROLES");
      Instant since = Instant.now().minusSeconds(60);
      String folder =
          grace
              .post(community.path() + "/channels", Map.of("name", "loot", "type", "folder"))
              .requireSuccess()
              .id();
      move(community.text(), Map.of("parentId", folder, "synced", true));

      assertAllUndone(undoAllOfGrace(since));

      assertThat(listed(ada, community.text())).isEqualTo(before);
      assertThat(ada.history(community.text(), "").contents()).containsExactly("here to stay");
      assertThat(ada.get(channel(folder) + "/overwrites")).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldLeaveAFolderThatHoldsWhatOthersMade() {
      roleOfGrace("MANAGE_CHANNELS");
      Instant since = Instant.now().minusSeconds(60);
      String folder =
          grace
              .post(community.path() + "/channels", Map.of("name", "loot", "type", "folder"))
              .requireSuccess()
              .id();
      ada.call("PUT", channel(community.text()) + "/place")
          .json(Map.of("parentId", folder))
          .send()
          .requireSuccess();

      Answer answer = undoAllOfGrace(since);

      assertThat(items(answer))
          .singleElement()
          .satisfies(
              item ->
                  assertThat(item.path("code").asString("")).isEqualTo("audit-log.changed-since"));
      assertThat(listed(ada, community.text()).path("parentId").asString("")).isEqualTo(folder);
    }
  }
}
