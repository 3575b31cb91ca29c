package io.beep.acceptance.message;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@OnBeep
class MessageTest {

  private final Witness witness;
  private final Person ada;
  private final Person grace;
  private final Community community;
  private final String messages;

  MessageTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.grace = beep.grace();
    this.community = ada.foundPublic("Messages");
    grace.join(community);
    this.messages = "/api/channels/" + community.text() + "/messages";
  }

  private JsonNode read(Person person, String id) {
    return person.get("/api/messages/" + id).requireSuccess().json();
  }

  @Nested
  class WhenSomeoneSendsOne {

    @Test
    void shouldAnswerWhatItIsCalledAndWhere() {
      Answer answer = witness.ofEvents(1, () -> grace.post(messages, Map.of("content", "hello")));

      assertThat(answer).hasStatus(201);
      assertThat(answer.id()).matches(Ids.UUID_V7);
      assertThat(answer.position()).isPositive();
      assertThat(answer.header("Location")).isEqualTo("/api/messages/" + answer.id());
      assertThat(ada.get(answer.header("Location"))).hasStatus(200);
    }

    @Test
    void shouldShowWhoSaidWhatAndWhen() {
      Instant before = Instant.now();

      JsonNode message = read(ada, grace.say(community.text(), "I said it").id());

      assertThat(message.path("content").asString("")).isEqualTo("I said it");
      assertThat(message.path("channelId").asString("")).isEqualTo(community.text());
      JsonNode author = message.path("author");
      assertThat(author.path("id").asString("")).isEqualTo(grace.id());
      assertThat(author.path("username").asString("")).isEqualTo(grace.username());
      assertThat(author.path("displayName").asString("")).isEqualTo("Ada Lovelace");
      assertThat(author.path("kind").asString("")).isEqualTo("user");
      assertThat(message.path("pinned").asBoolean(true)).isFalse();
      for (String list : List.of("mentions", "attachments", "reactions")) {
        assertThat(message.path(list).isArray()).as(list).isTrue();
      }
      Instant created = Instant.parse(message.path("createdAt").asString(""));
      assertThat(Duration.between(before, created).abs()).isLessThan(Duration.ofSeconds(30));
      assertThat(message.path("createdAt").asString("")).endsWith("Z");
    }

    @Test
    void shouldAnswerAnother() {
      Person.Said question = grace.say(community.text(), "question?");

      Answer answer = ada.post(messages, Map.of("content", "answer!", "replyTo", question.id()));

      assertThat(answer).hasStatus(201);
      assertThat(read(grace, answer.id()).path("replyTo").asString("")).isEqualTo(question.id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void shouldChangeNothingInIt(String name, String content) {
      Person.Said said = ada.say(community.text(), content);

      assertThat(read(grace, said.id()).path("content").asString("")).isEqualTo(content);
      assertThat(grace.history(community.text(), "?limit=1").contents()).containsExactly(content);
    }

    static Stream<List<String>> named() {
      return Stream.of(
          List.of("blanks around it", "  two before, one after\n"),
          List.of("line ends of both kinds", "a\nb\r\nc\rd"),
          List.of("markup", "<script>alert('x')</script> & &amp; \"quoted\""),
          List.of("markdown", "**bold** `code` [link](javascript:alert(1))\n```\nblock\n```"),
          List.of("decomposed and composed accents", "e\u0301 \u00e9"),
          List.of("emoji of many parts", "👩‍👩‍👧‍👦 🏴‍☠️ 👍🏽"),
          List.of("right to left", "مرحبا \u202Eabc\u202C"),
          List.of("controls that are not NUL", "bell \u0007 escape \u001b[31m delete \u007f"),
          List.of("a backslash and what looks like an escape", "C:\\new\\u0000 \\\\"),
          List.of("noncharacters and a byte order mark", "\ufeffx\uffff\ufdd0"),
          List.of("SQL", "'; drop table message; --"),
          List.of("a template", "{{7*7}} ${jndi:ldap://x} %s %n #{x}"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> contents() {
      return named().map(c -> org.junit.jupiter.params.provider.Arguments.of(c.get(0), c.get(1)));
    }

    @Test
    void shouldTakeFourThousandCharacters() {
      String content = "m".repeat(4000);

      assertThat(read(ada, ada.say(community.text(), content).id()).path("content").asString(""))
          .isEqualTo(content);
    }

    @Test
    void shouldCountACharacterOnceHoweverItIsWritten() {
      String content = "🚀".repeat(4000);

      assertThat(read(ada, ada.say(community.text(), content).id()).path("content").asString(""))
          .isEqualTo(content);
    }

    @Test
    void shouldReachAVoiceChannelToo() {
      ada.say(community.voice(), "typed, not spoken");

      assertThat(grace.history(community.voice(), "").contents()).contains("typed, not spoken");
    }
  }

  @Nested
  class WhenItIsEdited {

    @Test
    void shouldShowTheNewText() {
      Person.Said said = ada.say(community.text(), "tpyo");

      Answer answer =
          witness.ofEvents(
              1, () -> ada.patch("/api/messages/" + said.id(), Map.of("content", "typo")));

      assertThat(answer).hasStatus(200);
      assertThat(answer.id()).isEqualTo(said.id());
      JsonNode message = read(grace, said.id());
      assertThat(message.path("content").asString("")).isEqualTo("typo");
      assertThat(Instant.parse(message.path("editedAt").asString("")))
          .isAfterOrEqualTo(Instant.parse(message.path("createdAt").asString("")));
    }

    @Test
    void shouldBeItsAuthorsToDo() {
      Person.Said said = grace.say(community.text(), "my words");

      Answer answer =
          witness.ofNothing(
              () -> ada.patch("/api/messages/" + said.id(), Map.of("content", "not my words")));

      assertThat(answer).isProblem(403, "message.not-the-author");
      assertThat(read(ada, said.id()).path("content").asString("")).isEqualTo("my words");
    }
  }

  @Nested
  class WhenItIsDeleted {

    @Test
    void shouldBeGone() {
      Person.Said said = grace.say(community.text(), "never mind");

      Answer answer = witness.ofEvents(1, () -> grace.delete("/api/messages/" + said.id()));

      assertThat(answer).hasStatus(200);
      assertThat(ada.get("/api/messages/" + said.id())).isProblem(404, "message.not-found");
      assertThat(ada.history(community.text(), "").ids()).doesNotContain(said.id());
      assertThat(witness.ofNothing(() -> grace.delete("/api/messages/" + said.id())))
          .isProblem(404, "message.not-found");
      assertThat(
              witness.ofNothing(
                  () -> grace.patch("/api/messages/" + said.id(), Map.of("content", "again"))))
          .isProblem(404, "message.not-found");
    }

    @Test
    void shouldBeTheOwnersToDoForOthers() {
      Person.Said said = grace.say(community.text(), "rude");

      assertThat(ada.delete("/api/messages/" + said.id())).hasStatus(200);
    }

    @Test
    void shouldNotBeAMembersToDoForOthers() {
      Person.Said said = ada.say(community.text(), "stays");

      assertThat(witness.ofNothing(() -> grace.delete("/api/messages/" + said.id())))
          .isProblem(403, "permission.missing");
      assertThat(read(grace, said.id()).path("content").asString("")).isEqualTo("stays");
    }
  }
}
