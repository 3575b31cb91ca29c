package io.beep.acceptance.channel;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
class RefusedChannelTest {

  private static final Map<String, Object> RIGHT = Map.of("name", "engines", "type", "text");

  private final Witness witness;
  private final Person ada;
  private final Community community;

  RefusedChannelTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Refused channels");
  }

  private void assertRefused(String code, BadBody bad) {
    assertThat(witness.ofNothing(() -> ada.post(community.path() + "/channels", bad.json())))
        .isProblem(400, code)
        .blames(bad.field());
  }

  @Nested
  class WhenTheNameIsNone {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertRefused("channel.name-invalid", bad);
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.with("empty name", RIGHT, "name", ""),
          BadBody.with("blank name", RIGHT, "name", "  \n"),
          BadBody.with("name of 101 characters", RIGHT, "name", "n".repeat(101)));
    }
  }

  @Nested
  class WhenAFieldHasTheWrongKind {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertRefused("request.invalid", bad);
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.without(RIGHT, "name"),
          BadBody.without(RIGHT, "type"),
          BadBody.with("null for the name", RIGHT, "name", null),
          BadBody.with("null for the type", RIGHT, "type", null),
          BadBody.with("number for the name", RIGHT, "name", 1),
          BadBody.with("array for the name", RIGHT, "name", List.of()),
          BadBody.with("unknown type", RIGHT, "type", "video"),
          BadBody.with("type in capitals", RIGHT, "type", "TEXT"),
          BadBody.with("number for the type", RIGHT, "type", 0),
          BadBody.with("text for private", RIGHT, "private", "true"),
          BadBody.with("number for private", RIGHT, "private", 1),
          BadBody.with("parent that is no id", RIGHT, "parentId", "folder"),
          BadBody.with("empty parent", RIGHT, "parentId", ""),
          BadBody.with("number for the parent", RIGHT, "parentId", 7),
          BadBody.with("unknown field", RIGHT, "position", 1),
          BadBody.with("server in the body", RIGHT, "serverId", Ids.ofNothing()));
    }
  }

  @Nested
  class WhenTheParentIsNoFolderOfTheServer {

    @Test
    void shouldRefuseAnUnknownOne() {
      assertParentRefused(Ids.ofNothing());
    }

    @Test
    void shouldRefuseATextChannel() {
      assertParentRefused(community.text());
    }

    @Test
    void shouldRefuseAFolderOfAnotherServer() {
      Community other = ada.foundPrivate("Other");
      String folder =
          ada.post(other.path() + "/channels", Map.of("name", "there", "type", "folder")).id();

      assertParentRefused(folder);
    }

    @Test
    void shouldRefuseAFolderInAFolder() {
      String folder =
          ada.post(community.path() + "/channels", Map.of("name", "outer", "type", "folder")).id();
      BadBody bad =
          BadBody.with("folder", Map.of("name", "inner", "type", "folder"), "parentId", folder);

      assertRefused("channel.parent-invalid", bad);
    }

    private void assertParentRefused(String parent) {
      assertRefused("channel.parent-invalid", BadBody.with(parent, RIGHT, "parentId", parent));
    }
  }

  @Nested
  class WhenAChangeIsNone {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertThat(
              witness.ofNothing(() -> ada.patch("/api/channels/" + community.text(), bad.json())))
          .hasStatus(400)
          .blames(bad.field());
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.with("empty name", Map.of(), "name", ""),
          BadBody.with("name of 101 characters", Map.of(), "name", "n".repeat(101)),
          BadBody.with("topic of 1025 characters", Map.of(), "topic", "t".repeat(1025)),
          BadBody.with("number for the topic", Map.of(), "topic", 5),
          BadBody.with("type, which stays", Map.of(), "type", "voice"),
          BadBody.with("unknown field", Map.of(), "colour", "red"));
    }

    @Test
    void shouldRefuseNoneAtAll() {
      assertThat(
              witness.ofNothing(() -> ada.patch("/api/channels/" + community.text(), "{}")).status()
                  / 100)
          .isEqualTo(4);
    }
  }
}
