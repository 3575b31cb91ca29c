package io.beep.acceptance.channel;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where channels stand, how fast one may write in them, and that they go with their folder. */
@OnBeep
class ArrangementTest {

  private final Person ada;
  private final Person grace;
  private Community community;

  ArrangementTest(Beep beep) {
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.community = ada.foundPublic("Arrangements");
  }

  /** What one test changes would be changed in another. */
  @BeforeEach
  void found() {
    community = ada.foundPublic("Arrangements");
    grace.join(community);
  }

  private String create(String name, String type) {
    return ada.post(community.path() + "/channels", Map.of("name", name, "type", type))
        .requireSuccess()
        .id();
  }

  private Answer place(Person person, String channel, Map<String, ?> wish) {
    return person.call("PUT", "/api/channels/" + channel + "/place").json(wish).send();
  }

  private List<JsonNode> channels(Person person) {
    List<JsonNode> channels = new ArrayList<>();
    person
        .get(community.path() + "/channels")
        .requireSuccess()
        .json()
        .path("items")
        .forEach(channels::add);
    return channels;
  }

  private List<String> order(Person person) {
    return channels(person).stream().map(channel -> channel.path("id").asString("")).toList();
  }

  private JsonNode channel(Person person, String id) {
    return channels(person).stream()
        .filter(channel -> channel.path("id").asString("").equals(id))
        .findAny()
        .orElseThrow();
  }

  @Nested
  class WhenChannelsAreMoved {

    @Test
    void shouldShowEveryoneTheNewOrder() {
      String a = create("a", "text");
      String b = create("b", "text");
      String c = create("c", "text");

      place(ada, c, Map.of("after", a)).requireSuccess();
      assertThat(order(grace)).containsSubsequence(a, c, b);
      place(ada, b, Map.of()).requireSuccess();
      assertThat(order(grace)).first().isEqualTo(b);
    }

    @Test
    void shouldLeaveWhoSeesAChannelAsItWasWhenItGoesIntoAFolder() {
      String folder =
          ada.post(
                  community.path() + "/channels",
                  Map.of("name", "keepers", "type", "folder", "private", true))
              .requireSuccess()
              .id();
      String open = create("open", "text");

      place(ada, open, Map.of("parentId", folder)).requireSuccess();

      assertThat(channel(ada, open).path("parentId").asString("")).isEqualTo(folder);
      assertThat(channel(grace, open).has("parentId")).isFalse();
      grace.say(open, "still here");
      place(ada, open, Map.of("parentId", folder, "synced", true)).requireSuccess();
      assertThat(order(grace)).doesNotContain(open);
    }

    @Test
    void shouldRefuseWhoMayNotAndWhatIsNoFolder() {
      String a = create("a", "text");
      String b = create("b", "text");

      assertThat(place(grace, a, Map.of())).isProblem(403, "permission.missing");
      assertThat(place(ada, a, Map.of("parentId", b)))
          .isProblem(400, "channel.parent-invalid")
          .blames("parentId");
    }

    @Test
    void shouldLoseNoneWhenManyMoveAtOnce() throws Exception {
      String folder = create("folder", "folder");
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(create("channel-" + i, "text"));
      }
      int before = order(ada).size();
      try (ExecutorService movers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> moves = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
          String moved = all.get(i % 6);
          String after = all.get((i * 5 + 1) % 6);
          Map<String, String> wish =
              i % 2 == 0 ? Map.of("after", after) : Map.of("after", after, "parentId", folder);
          moves.add(movers.submit(() -> place(ada, moved, wish).requireSuccess()));
        }
        for (Future<?> move : moves) {
          move.get();
        }
      }

      assertThat(order(grace)).hasSize(before).containsAll(all).doesNotHaveDuplicates();
    }
  }

  @Nested
  class WhenAFolderIsDeleted {

    @Test
    void shouldTakeItsChannelsAndTheirMessagesAlong() {
      String folder = create("folder", "folder");
      String inside = create("inside", "text");
      place(ada, inside, Map.of("parentId", folder)).requireSuccess();
      Person.Said said = ada.say(inside, "quicksand in the folder");
      String search = "/api/search/messages?q=quicksand&serverId=" + community.id();
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> ada.get(search).json().path("total").asInt() == 1);

      ada.delete("/api/channels/" + folder).requireSuccess();

      assertThat(order(ada)).doesNotContain(folder, inside);
      assertThat(ada.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
      assertThat(ada.get(search).json().path("items")).isEmpty();
    }
  }

  @Nested
  class WhenAChannelIsSlow {

    @Test
    void shouldMakeMembersWaitAndTellHowLong() {
      String slow = create("slow", "text");
      ada.patch("/api/channels/" + slow, Map.of("slowMode", 600)).requireSuccess();
      assertThat(channel(grace, slow).path("slowMode").asInt()).isEqualTo(600);
      grace.say(slow, "first");

      Answer second = grace.post("/api/channels/" + slow + "/messages", Map.of("content", "next"));

      assertThat(second).isProblem(429, "message.slow-mode").isLimited();
      assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 600);
      ada.say(slow, "one");
      ada.say(slow, "two");
      ada.patch("/api/channels/" + slow, Map.of("slowMode", 0)).requireSuccess();
      grace.say(slow, "free again");
    }

    @Test
    void shouldRefuseAWaitThatIsTooLong() {
      String slow = create("slow", "text");

      assertThat(ada.patch("/api/channels/" + slow, Map.of("slowMode", 21_601)))
          .isProblem(400, "channel.slow-mode-invalid")
          .blames("slowMode");
      assertThat(grace.patch("/api/channels/" + slow, Map.of("slowMode", 5)))
          .isProblem(403, "permission.missing");
    }
  }

  @Nested
  class WhenAChannelIsMadePrivate {

    @Test
    void shouldHideItAndShowItAgain() {
      String channel = create("sometimes", "text");

      ada.patch("/api/channels/" + channel, Map.of("private", true)).requireSuccess();
      assertThat(order(grace)).doesNotContain(channel);
      assertThat(channel(ada, channel).path("private").asBoolean()).isTrue();

      ada.patch("/api/channels/" + channel, Map.of("private", false)).requireSuccess();
      grace.say(channel, "back");
    }
  }
}
