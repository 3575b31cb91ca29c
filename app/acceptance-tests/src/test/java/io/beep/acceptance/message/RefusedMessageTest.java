package io.beep.acceptance.message;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.BadBody;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnBeep
class RefusedMessageTest {

  private static final Map<String, Object> RIGHT = Map.of("content", "hello");

  private final Witness witness;
  private final Person ada;
  private final Person stranger;
  private final Community community;
  private final Person.Said said;

  RefusedMessageTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.stranger = beep.stranger();
    this.community = ada.foundPrivate("Refused messages");
    this.said = ada.say(community.text(), "unchanged");
  }

  private Answer refused(String channel, Object body) {
    return witness.ofNothing(() -> ada.post("/api/channels/" + channel + "/messages", body));
  }

  private Answer refusedEdit(Object body) {
    return witness.ofNothing(() -> ada.patch("/api/messages/" + said.id(), body));
  }

  @Nested
  class WhenItSaysNothing {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuseToSend(BadBody bad) {
      assertThat(refused(community.text(), bad.json()))
          .isProblem(400, "message.empty")
          .blames("content");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuseToEdit(BadBody bad) {
      assertThat(refusedEdit(bad.json())).isProblem(400, "message.empty").blames("content");
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.with("empty content", RIGHT, "content", ""),
          BadBody.with("blank content", RIGHT, "content", "   "),
          BadBody.with("line ends only", RIGHT, "content", "\n\r\n\t"),
          BadBody.with("wide blanks only", RIGHT, "content", "\u3000\u2003"));
    }
  }

  @Nested
  class WhenItSaysTooMuch {

    @Test
    void shouldRefuseToSend() {
      assertThat(refused(community.text(), Map.of("content", "m".repeat(4001))))
          .isProblem(400, "message.too-long")
          .blames("content");
    }

    @Test
    void shouldRefuseToSendInEmoji() {
      assertThat(refused(community.text(), Map.of("content", "🚀".repeat(4001))))
          .isProblem(400, "message.too-long")
          .blames("content");
    }

    @Test
    void shouldRefuseToEdit() {
      assertThat(refusedEdit(Map.of("content", "m".repeat(4001))))
          .isProblem(400, "message.too-long")
          .blames("content");
    }
  }

  @Nested
  class WhenAFieldHasTheWrongKind {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertThat(refused(community.text(), bad.json()))
          .isProblem(400, "request.invalid")
          .blames(bad.field());
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.without(RIGHT, "content"),
          BadBody.with("null for the content", RIGHT, "content", null),
          BadBody.with("number for the content", RIGHT, "content", 1),
          BadBody.with("truth for the content", RIGHT, "content", false),
          BadBody.with("array for the content", RIGHT, "content", List.of("a")),
          BadBody.with("object for the content", RIGHT, "content", Map.of("text", "a")),
          BadBody.with("reply to what is no id", RIGHT, "replyTo", "that one"),
          BadBody.with("empty reply", RIGHT, "replyTo", ""),
          BadBody.with("number for the reply", RIGHT, "replyTo", 12),
          BadBody.with("unknown field", RIGHT, "colour", "red"),
          BadBody.with("author of the client's own", RIGHT, "author", Map.of("id", "x")),
          BadBody.with("date of the client's own", RIGHT, "createdAt", "2020-01-01T00:00:00Z"));
    }
  }

  @Nested
  class WhenItAnswersWhatItCannot {

    @Test
    void shouldRefuseAnUnknownMessage() {
      assertReplyRefused(Ids.ofNothing());
    }

    @Test
    void shouldRefuseAMessageOfAnotherChannel() {
      assertReplyRefused(ada.say(community.voice(), "elsewhere").id());
    }

    @Test
    void shouldRefuseAnothersPrivateMessage() {
      assertReplyRefused(stranger.say(stranger.foundPrivate("Theirs").text(), "not for you").id());
    }

    private void assertReplyRefused(String id) {
      assertThat(refused(community.text(), Map.of("content", "re", "replyTo", id)))
          .isProblem(400, "message.reply-invalid")
          .blames("replyTo");
    }
  }

  @Nested
  class WhenItHasNoPlace {

    @Test
    void shouldRefuseAFolder() {
      String folder =
          ada.post(community.path() + "/channels", Map.of("name", "box", "type", "folder")).id();

      assertThat(refused(folder, RIGHT)).isProblem(409, "message.not-a-text-channel");
    }

    @Test
    void shouldRefuseAChannelThatIsNone() {
      assertThat(refused(Ids.ofNothing(), RIGHT)).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldRefuseWhatIsNoId() {
      assertThat(refused("general", RIGHT)).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldRefuseTheIdOfAServer() {
      assertThat(refused(community.id(), RIGHT)).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldRefuseAStranger() {
      Answer answer =
          witness.ofNothing(
              () -> stranger.post("/api/channels/" + community.text() + "/messages", RIGHT));

      assertThat(answer).isProblem(404, "channel.not-found");
    }

    @Test
    void shouldRefuseAStrangerBeforeItLooksAtWhatTheySay() {
      Answer answer =
          witness.ofNothing(
              () ->
                  stranger.post(
                      "/api/channels/" + community.text() + "/messages", Map.of("content", " ")));

      assertThat(answer.status()).isIn(400, 404);
    }
  }
}
