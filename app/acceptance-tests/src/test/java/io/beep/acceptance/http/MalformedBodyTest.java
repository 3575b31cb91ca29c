package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Call;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import io.beep.acceptance.shared.Witness;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no JSON object of well-formed text, at each address that takes one. */
@OnBeep
class MalformedBodyTest {

  /** Where it is sent, with what would be right there but for {@code %s} in the first field. */
  private enum Target {
    REGISTRATION("firstName", ""),
    SERVER("name", ",\"visibility\":\"public\""),
    CHANNEL("name", ",\"type\":\"text\""),
    MESSAGE("content", ""),
    EDIT("content", ""),
    RENAMING("name", "");

    private final String field;
    private final String rest;

    Target(String field, String rest) {
      this.field = field;
      this.rest = rest;
    }

    /** The JSON with this JSON value. */
    String with(String value) {
      return "{\"" + field + "\":" + value + rest() + "}";
    }

    /** Bytes of their own within the quotes. */
    byte[] withText(byte[] text) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(("{\"" + field + "\":\"a").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(text);
      body.writeBytes(("b\"" + rest() + "}").getBytes(StandardCharsets.UTF_8));
      return body.toByteArray();
    }

    private String rest() {
      if (this != REGISTRATION) {
        return rest;
      }
      SignUp signUp = SignUp.fresh();
      return ",\"lastName\":\"L\",\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\""
          .formatted(signUp.username(), signUp.email(), signUp.password());
    }
  }

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Community community;
  private final Person.Said said;

  MalformedBodyTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Malformed");
    this.said = ada.say(community.text(), "unchanged");
  }

  private Answer refused(Target target, byte[] body) {
    Call call =
        switch (target) {
          case REGISTRATION -> beep.call("POST", "/api/registrations");
          case SERVER -> ada.call("POST", "/api/servers");
          case CHANNEL -> ada.call("POST", community.path() + "/channels");
          case MESSAGE -> ada.call("POST", "/api/channels/" + community.text() + "/messages");
          case EDIT -> ada.call("PATCH", "/api/messages/" + said.id());
          case RENAMING -> ada.call("PATCH", "/api/channels/" + community.text());
        };
    return witness.ofNothing(() -> call.body("application/json", body).send());
  }

  private Answer refused(Target target, String body) {
    return refused(target, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Each case at each address. */
  private static Stream<Arguments> everywhere(Stream<Arguments> cases) {
    return cases.flatMap(
        one ->
            Arrays.stream(Target.values())
                .map(target -> Arguments.of(target, one.get()[0], one.get()[1])));
  }

  @Nested
  class WhenTheBodyIsNoJsonObject {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void shouldRefuse(Target target, String name, String body) {
      assertThat(refused(target, body)).isProblem(400, "request.malformed-json");
    }

    static Stream<Arguments> bodies() {
      return everywhere(
          Stream.of(
              Arguments.of("nothing", ""),
              Arguments.of("blanks", "  \n"),
              Arguments.of("array", "[]"),
              Arguments.of("array of an object", "[{\"name\":\"a\"}]"),
              Arguments.of("number", "42"),
              Arguments.of("text", "\"name\""),
              Arguments.of("truth", "true"),
              Arguments.of("null", "null"),
              Arguments.of("half an object", "{\"name\":\"a\""),
              Arguments.of("half a text", "{\"name\":\"a"),
              Arguments.of("no quotes", "{name:\"a\"}"),
              Arguments.of("single quotes", "{'name':'a'}"),
              Arguments.of("comment", "{/* */\"name\":\"a\"}"),
              Arguments.of("comma at the end", "{\"name\":\"a\",}"),
              Arguments.of("not a number", "{\"name\":NaN}"),
              Arguments.of("raw line end in a text", "{\"name\":\"a\nb\"}"),
              Arguments.of("unknown escape", "{\"name\":\"\\x41\"}"),
              Arguments.of("broken unicode escape", "{\"name\":\"\\u12\"}"),
              Arguments.of("form", "name=a&visibility=public"),
              Arguments.of("XML", "<name>a</name>")));
    }
  }

  @Nested
  class WhenThereIsMoreThanOneObject {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void shouldRefuse(Target target, String name, String more) {
      assertThat(refused(target, target.with("\"a\"") + more))
          .isProblem(400, "request.malformed-json");
    }

    static Stream<Arguments> bodies() {
      return everywhere(
          Stream.of(
              Arguments.of("a second object", "{}"),
              Arguments.of("a second object on a line of its own", "\n{\"name\":\"b\"}"),
              Arguments.of("rubbish behind it", " rubbish"),
              Arguments.of("one brace too many", "}")));
    }
  }

  @Nested
  class WhenAFieldIsThereTwice {

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void shouldRefuse(Target target) {
      String json = target.with("\"first\"");
      String twice = json.substring(0, json.length() - 1) + ",\"" + target.field + "\":\"second\"}";

      assertThat(refused(target, twice)).isProblem(400, "request.malformed-json");
    }

    @ParameterizedTest(name = "{0}, once in disguise")
    @MethodSource("targets")
    void shouldRefuseOneInDisguise(Target target) {
      String disguised =
          "\\u%04x%s".formatted((int) target.field.charAt(0), target.field.substring(1));
      String json = target.with("\"first\"");
      String twice = json.substring(0, json.length() - 1) + ",\"" + disguised + "\":\"second\"}";

      assertThat(refused(target, twice)).isProblem(400, "request.malformed-json");
    }

    static Stream<Target> targets() {
      return Arrays.stream(Target.values());
    }
  }

  @Nested
  class WhenItIsNestedDeeply {

    private static final int DEEP = 10_000;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void shouldRefuse(Target target, String name, String value) {
      assertThat(refused(target, target.with(value))).isProblem(400, "request.malformed-json");
    }

    static Stream<Arguments> bodies() {
      return everywhere(
          Stream.of(
              Arguments.of("arrays", "[".repeat(DEEP) + "]".repeat(DEEP)),
              Arguments.of("arrays that do not end", "[".repeat(DEEP)),
              Arguments.of("objects", "{\"a\":".repeat(DEEP / 2) + "1" + "}".repeat(DEEP / 2))));
    }
  }

  @Nested
  class WhenATextIsNoUtf8 {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void shouldRefuse(Target target, String name, String hex) {
      assertThat(refused(target, target.withText(HexFormat.of().parseHex(hex))))
          .isProblem(400, "request.malformed-utf8");
    }

    static Stream<Arguments> texts() {
      return everywhere(
          Stream.of(
              Arguments.of("a lone continuation", "80"),
              Arguments.of("a sequence that breaks off", "c3"),
              Arguments.of("a long sequence that breaks off", "f09f98"),
              Arguments.of("Latin 1", "e9"),
              Arguments.of("a slash in two bytes", "c0af"),
              Arguments.of("NUL in two bytes", "c080"),
              Arguments.of("half a surrogate pair", "eda080"),
              Arguments.of("a surrogate pair", "eda0bdedb880"),
              Arguments.of("beyond Unicode", "f4908080"),
              Arguments.of("bytes that never occur", "fffe")));
    }

    @ParameterizedTest(name = "{0} in UTF-16")
    @MethodSource("targets")
    void shouldRefuseUtf16(Target target) {
      assertThat(refused(target, target.with("\"abc\"").getBytes(StandardCharsets.UTF_16)))
          .hasStatus(400);
    }

    static Stream<Target> targets() {
      return Arrays.stream(Target.values());
    }
  }

  @Nested
  class WhenATextHoldsNul {

    @ParameterizedTest(name = "{0}, escaped")
    @MethodSource("targets")
    void shouldRefuseItEscaped(Target target) {
      assertThat(refused(target, target.with("\"a\\u0000b\""))).isProblem(400, "request.nul");
    }

    @ParameterizedTest(name = "{0}, as it is")
    @MethodSource("targets")
    void shouldRefuseItAsItIs(Target target) {
      assertThat(refused(target, target.withText(new byte[] {0}))).hasStatus(400);
    }

    @ParameterizedTest(name = "{0}, in the name of a field")
    @MethodSource("targets")
    void shouldRefuseItInTheNameOfAField(Target target) {
      String json = target.with("\"a\"");

      assertThat(refused(target, json.substring(0, json.length() - 1) + ",\"x\\u0000\":1}"))
          .isProblem(400, "request.nul");
    }

    static Stream<Target> targets() {
      return Arrays.stream(Target.values());
    }
  }

  @Nested
  class WhenATextHoldsHalfASurrogatePair {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void shouldRefuse(Target target, String name, String text) {
      assertThat(refused(target, target.with("\"a" + text + "b\"")))
          .isProblem(400, "request.lone-surrogate");
    }

    static Stream<Arguments> texts() {
      return everywhere(
          Stream.of(
              Arguments.of("the first half", "\\ud83d"),
              Arguments.of("the second half", "\\ude80"),
              Arguments.of("both halves in the wrong order", "\\ude80\\ud83d"),
              Arguments.of("the first half twice", "\\ud83d\\ud83d")));
    }
  }
}
