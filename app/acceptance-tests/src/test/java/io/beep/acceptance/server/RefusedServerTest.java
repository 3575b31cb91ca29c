package io.beep.acceptance.server;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.BadBody;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
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
class RefusedServerTest {

  private static final Map<String, Object> RIGHT =
      Map.of("name", "Engines", "description", "About engines", "visibility", "public");

  private final Witness witness;
  private final Person ada;
  private final Community community;

  RefusedServerTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Unchanged");
  }

  private void assertRefused(BadBody bad, String code) {
    assertThat(witness.ofNothing(() -> ada.post("/api/servers", bad.json())))
        .isProblem(400, code)
        .blames(bad.field());
  }

  @Nested
  class WhenTheNameIsNone {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertRefused(bad, "server.name-invalid");
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.with("empty name", RIGHT, "name", ""),
          BadBody.with("blank name", RIGHT, "name", " \t\n "),
          BadBody.with("name of wide blanks", RIGHT, "name", "\u3000\u2003"),
          BadBody.with("name of 101 characters", RIGHT, "name", "n".repeat(101)),
          BadBody.with("name of 10 000 characters", RIGHT, "name", "n".repeat(10_000)));
    }
  }

  @Nested
  class WhenTheDescriptionIsTooLong {

    @Test
    void shouldRefuse() {
      assertRefused(
          BadBody.with("501 characters", RIGHT, "description", "d".repeat(501)),
          "server.description-too-long");
    }
  }

  @Nested
  class WhenAFieldHasTheWrongKind {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertRefused(bad, "request.invalid");
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.without(RIGHT, "name"),
          BadBody.without(RIGHT, "visibility"),
          BadBody.with("null for the name", RIGHT, "name", null),
          BadBody.with("null for the visibility", RIGHT, "visibility", null),
          BadBody.with("number for the name", RIGHT, "name", 42),
          BadBody.with("truth for the name", RIGHT, "name", true),
          BadBody.with("array for the name", RIGHT, "name", List.of("Engines")),
          BadBody.with("object for the name", RIGHT, "name", Map.of("en", "Engines")),
          BadBody.with("number for the description", RIGHT, "description", 42),
          BadBody.with("array for the description", RIGHT, "description", List.of()),
          BadBody.with("unknown visibility", RIGHT, "visibility", "secret"),
          BadBody.with("visibility in capitals", RIGHT, "visibility", "PUBLIC"),
          BadBody.with("empty visibility", RIGHT, "visibility", ""),
          BadBody.with("number for the visibility", RIGHT, "visibility", 0),
          BadBody.with("unknown field", RIGHT, "colour", "red"),
          BadBody.with("field that is not the client's", RIGHT, "ownerId", "someone"),
          BadBody.with("id of the client's own", RIGHT, "id", "mine"));
    }
  }

  @Nested
  class WhenAChangeIsNone {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldRefuse(BadBody bad) {
      assertThat(witness.ofNothing(() -> ada.patch(community.path(), bad.json())))
          .hasStatus(400)
          .blames(bad.field());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("half")
    void shouldDoNoneOfItWhenAPartIsRefused(BadBody bad) {
      assertThat(witness.ofNothing(() -> ada.patch(community.path(), bad.json())))
          .hasStatus(400)
          .blames(bad.field());
    }

    static Stream<BadBody> half() {
      Map<String, Object> right =
          Map.of("name", "New", "description", "All new", "visibility", "private");
      return Stream.of(
          BadBody.with("empty name", right, "name", ""),
          BadBody.with("description of 501 characters", right, "description", "d".repeat(501)),
          BadBody.with("tag of 21 characters", right, "tags", List.of("t".repeat(21))));
    }

    static Stream<BadBody> bodies() {
      return Stream.of(
          BadBody.with("empty name", Map.of(), "name", ""),
          BadBody.with("name of 101 characters", Map.of(), "name", "n".repeat(101)),
          BadBody.with("number for the name", Map.of(), "name", 1),
          BadBody.with("description of 501 characters", Map.of(), "description", "d".repeat(501)),
          BadBody.with("number for the description", Map.of(), "description", 1),
          BadBody.with("unknown field", Map.of(), "owner", "me"),
          BadBody.with("unknown visibility", Map.of(), "visibility", "secret"));
    }

    @Test
    void shouldRefuseNoneAtAll() {
      assertThat(witness.ofNothing(() -> ada.patch(community.path(), "{}")).status() / 100)
          .isEqualTo(4);
    }
  }
}
