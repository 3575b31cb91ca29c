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
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class ChannelTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Person stranger;
  private final Community community;

  ChannelTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.stranger = beep.stranger();
    this.community = ada.foundPublic("Channels");
    grace.join(community);
  }

  private Answer create(Person person, Map<String, ?> channel) {
    return person.post(community.path() + "/channels", channel);
  }

  private JsonNode seenBy(Person person, String channel) {
    for (JsonNode seen : person.get(community.path()).requireSuccess().json().path("channels")) {
      if (seen.path("id").asString("").equals(channel)) {
        return seen;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  @Nested
  class WhenSomeoneCreatesOne {

    @ParameterizedTest(name = "of type {0}")
    @ValueSource(strings = {"text", "voice", "folder"})
    void shouldShowItToAllMembers(String type) {
      Answer answer = create(ada, Map.of("name", "new-" + type, "type", type));

      assertThat(answer).hasStatus(201);
      assertThat(answer.id()).matches(Ids.UUID_V7);
      assertThat(answer.header("Location")).isEqualTo("/api/channels/" + answer.id());
      for (Person person : new Person[] {ada, grace}) {
        assertThat(seenBy(person, answer.id()).path("name").asString("")).isEqualTo("new-" + type);
        assertThat(seenBy(person, answer.id()).path("type").asString("")).isEqualTo(type);
      }
    }

    @Test
    void shouldPutItIntoAFolder() {
      String folder = create(ada, Map.of("name", "folder", "type", "folder")).id();

      String channel =
          create(ada, Map.of("name", "inside", "type", "text", "parentId", folder)).id();

      assertThat(seenBy(grace, channel).path("parentId").asString("")).isEqualTo(folder);
    }

    @Test
    void shouldKeepAPrivateOneFromOtherMembers() {
      String channel = ada.openPrivateChannel(community, "quiet");
      Person.Said said = ada.say(channel, "between us");

      assertThat(seenBy(ada, channel).path("name").asString("")).isEqualTo("quiet");
      assertThat(seenBy(grace, channel).isMissingNode()).isTrue();
      assertThat(grace.get("/api/channels/" + channel + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(grace.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
      assertThat(grace.post("/api/channels/" + channel + "/messages", Map.of("content", "?")))
          .isProblem(404, "channel.not-found");
      assertThat(grace.patch("/api/channels/" + channel, Map.of("name", "x")))
          .isProblem(404, "channel.not-found");
      assertThat(grace.delete("/api/channels/" + channel)).isProblem(404, "channel.not-found");
      assertThat(grace.call("POST", "/api/channels/" + channel + "/typing").send())
          .isProblem(404, "channel.not-found");
    }

    @Test
    void shouldNotBeAMembersToDo() {
      Answer answer =
          witness.ofNothing(() -> create(grace, Map.of("name", "mine", "type", "text")));

      assertThat(answer).isProblem(403, "permission.missing");
    }

    @Test
    void shouldNotBeAStrangersToDoAnywhere() {
      Community hidden = ada.foundPrivate("Hidden");

      Answer answer =
          witness.ofNothing(
              () ->
                  stranger.post(
                      hidden.path() + "/channels", Map.of("name", "mine", "type", "text")));

      assertThat(answer).isProblem(404, "server.not-found");
    }
  }

  @Nested
  class WhenItIsChanged {

    @Test
    void shouldShowTheNewNameAndTopic() {
      String channel = ada.openChannel(community, "before");

      Answer answer =
          ada.patch("/api/channels/" + channel, Map.of("name", "after", "topic", "what for"));

      assertThat(answer).hasStatus(200);
      assertThat(answer.id()).isEqualTo(channel);
      assertThat(seenBy(grace, channel).path("name").asString("")).isEqualTo("after");
      assertThat(seenBy(grace, channel).path("topic").asString("")).isEqualTo("what for");
    }

    @Test
    void shouldNotBeAMembersToDo() {
      String channel = ada.openChannel(community, "fixed");

      assertThat(
              witness.ofNothing(() -> grace.patch("/api/channels/" + channel, Map.of("name", "x"))))
          .isProblem(403, "permission.missing");
      assertThat(seenBy(ada, channel).path("name").asString("")).isEqualTo("fixed");
    }
  }

  @Nested
  class WhenItIsDeleted {

    @Test
    void shouldTakeItsMessagesWithIt() {
      String channel = ada.openChannel(community, "short-lived");
      Person.Said said = grace.say(channel, "soon gone");

      Answer answer = ada.delete("/api/channels/" + channel);

      assertThat(answer).hasStatus(200);
      assertThat(seenBy(ada, channel).isMissingNode()).isTrue();
      assertThat(grace.get("/api/channels/" + channel + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(grace.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
      assertThat(grace.post("/api/channels/" + channel + "/messages", Map.of("content", "?")))
          .isProblem(404, "channel.not-found");
      assertThat(grace.patch("/api/messages/" + said.id(), Map.of("content", "?")))
          .isProblem(404, "message.not-found");
    }

    @Test
    void shouldTakeWithAFolderAllThatItHolds() {
      String folder = create(ada, Map.of("name", "box", "type", "folder")).id();
      String inside =
          create(ada, Map.of("name", "inside", "type", "text", "parentId", folder)).id();

      ada.delete("/api/channels/" + folder).requireSuccess();

      assertThat(ada.get("/api/channels/" + inside + "/messages"))
          .isProblem(404, "channel.not-found");
      assertThat(ada.post("/api/channels/" + inside + "/messages", Map.of("content", "?")))
          .isProblem(404, "channel.not-found");
    }

    @Test
    void shouldNotBeAMembersToDo() {
      String channel = ada.openChannel(community, "stays");

      assertThat(witness.ofNothing(() -> grace.delete("/api/channels/" + channel)))
          .isProblem(403, "permission.missing");
      assertThat(seenBy(grace, channel).path("name").asString("")).isEqualTo("stays");
    }

    @Test
    void shouldBeDoneOnce() {
      String channel = ada.openChannel(community, "once");
      ada.delete("/api/channels/" + channel).requireSuccess();

      assertThat(witness.ofNothing(() -> ada.delete("/api/channels/" + channel)))
          .isProblem(404, "channel.not-found");
    }
  }
}
