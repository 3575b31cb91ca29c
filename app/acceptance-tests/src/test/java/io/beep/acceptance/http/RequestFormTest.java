package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Json;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.RawConnection;
import io.beep.acceptance.shared.Witness;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, media types and addresses that are not what an address takes. */
@OnBeep
class RequestFormTest {

  private static final byte[] SERVER = Json.bytes(Map.of("name", "a", "visibility", "private"));

  private final Beep beep;
  private final Witness witness;
  private final Person ada;
  private final Community community;

  RequestFormTest(Beep beep) {
    this.beep = beep;
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Forms");
  }

  @Nested
  class WhenTheMethodIsWrong {

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void shouldSayWhichAreRight(String methodAndPath, List<String> right) {
      String[] parts = methodAndPath.split(" ");

      Answer answer = witness.ofNothing(() -> ada.call(parts[0], path(parts[1])).send());

      assertThat(answer).isProblem(405, "method.not-allowed");
      assertThat(List.of(answer.header("Allow").split(", "))).containsAll(right);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> requests() {
      return Stream.of(
              Map.entry("DELETE /api/servers", List.of("GET", "POST")),
              Map.entry("PUT /api/servers/{server}", List.of("GET", "PATCH", "DELETE")),
              Map.entry("POST /api/servers/{server}/members/me", List.of("PUT", "DELETE")),
              Map.entry("POST /api/me", List.of("GET")),
              Map.entry("DELETE /api/channels/{channel}/messages", List.of("GET", "POST")),
              Map.entry("PUT /api/channels/{channel}/messages", List.of("GET", "POST")),
              Map.entry("POST /api/channels/{channel}", List.of("PATCH", "DELETE")),
              Map.entry("GET /api/registrations", List.of("POST")),
              Map.entry("POST /api/feed", List.of("GET")),
              Map.entry("POST /api/search/messages", List.of("GET")),
              Map.entry("PATCH /api/me", List.of("GET")))
          .map(e -> org.junit.jupiter.params.provider.Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PROPFIND", "CONNECTED", "get", "G"})
    void shouldKnowNoOtherMethods(String method) {
      Answer answer =
          RawConnection.once(beep, method + " /api/me", "Authorization: Bearer " + ada.token());

      assertThat(answer.status()).isIn(400, 405, 501);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void shouldSayItOfThePageToo() {
      assertThat(beep.call("POST", "/").send()).isProblem(405, "method.not-allowed");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/me", "/", "/login"})
    void shouldNotEchoWhatItIsSent(String path) {
      Answer answer = RawConnection.once(beep, "TRACE " + path, "X-Secret: do-not-echo");

      assertThat(answer.status()).isBetween(400, 501);
      assertThat(answer.text()).doesNotContain("do-not-echo");
    }

    private String path(String template) {
      return template.replace("{server}", community.id()).replace("{channel}", community.text());
    }
  }

  @Nested
  class WhenOnlyTheHeadIsAskedFor {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/me", "/api/servers", "/api/openapi.json"})
    void shouldAnswerLikeGetWithoutABody(String path) {
      Answer get = ada.get(path);

      Answer head = ada.call("HEAD", path).send();

      assertThat(head).hasStatus(get.status());
      assertThat(head.body()).isEmpty();
      assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void shouldAnswerForThePage() {
      Answer head = beep.call("HEAD", "/").header("Accept", "text/html").send();

      assertThat(head).hasStatus(200);
      assertThat(head.body()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongInTheHead() {
      assertThat(beep.call("HEAD", "/api/me").send()).hasStatus(401);
      assertThat(ada.call("HEAD", "/api/nothing").send()).hasStatus(404);
    }

    @Test
    void shouldNotOpenAFeed() {
      Answer head = ada.call("HEAD", "/api/feed").header("Accept", "text/event-stream").send();

      assertThat(head.status()).isIn(200, 405);
      assertThat(head.body()).isEmpty();
    }
  }

  @Nested
  class WhenTheOptionsAreAskedFor {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/me", "/api/servers", "/"})
    void shouldSayThem(String path) {
      Answer answer = beep.call("OPTIONS", path).send();

      assertThat(answer.status()).isIn(200, 204, 405);
      assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void shouldOpenNothingToOtherOrigins() {
      Answer answer =
          RawConnection.once(
              beep,
              "OPTIONS /api/servers",
              "Origin: https://evil.example",
              "Access-Control-Request-Method: POST",
              "Access-Control-Request-Headers: authorization");

      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }
  }

  @Nested
  class WhenTheBodyIsOfAnotherType {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/xml",
          "application/problem+json",
          "application/jsonp",
          "application/json; charset=iso-8859-1",
          "application/json; charset=utf-16",
          "*/*",
          "json",
          "/"
        })
    void shouldRefuseIt(String type) {
      Answer answer =
          witness.ofNothing(() -> ada.call("POST", "/api/servers").body(type, SERVER).send());

      assertThat(answer).isProblem(415, "content-type.unknown");
    }

    @Test
    void shouldRefuseItWhenItsTypeIsNotTold() {
      assertThat(witness.ofNothing(() -> ada.call("POST", "/api/servers").body(SERVER).send()))
          .isProblem(415, "content-type.unknown");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "application/json; charset=utf-8",
          "application/json;charset=UTF-8",
          "Application/JSON"
        })
    void shouldTakeTheSameInOtherWords(String type) {
      assertThat(ada.call("POST", "/api/servers").body(type, SERVER).send()).hasStatus(201);
    }
  }

  @Nested
  class WhenThereIsABodyWhereNoneIsTaken {

    private static final byte[] ROLE = Json.bytes(Map.of("role", "admin"));

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "PUT /api/servers/{server}/members/me",
          "DELETE /api/servers/{server}",
          "DELETE /api/channels/{channel}",
          "DELETE /api/channels/{channel}/overwrites",
          "POST /api/channels/{channel}/typing",
          "DELETE /api/me/picture"
        })
    void shouldRefuseIt(String methodAndPath) {
      String[] parts =
          methodAndPath
              .replace("{server}", community.id())
              .replace("{channel}", community.text())
              .split(" ");

      Answer answer =
          witness.ofNothing(
              () -> ada.call(parts[0], parts[1]).body("application/json", ROLE).send());

      assertThat(answer).isProblem(400, "request.invalid").blames("role");
    }

    @Test
    void shouldTakeWhatSaysNothing() {
      String typing = "/api/channels/" + community.text() + "/typing";

      assertThat(ada.call("POST", typing).json(Map.of()).send()).hasStatus(204);
      assertThat(ada.call("POST", typing).body("application/json", new byte[0]).send())
          .hasStatus(204);
    }
  }

  @Nested
  class WhenTheAnswerWouldNotBeTaken {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "text/html",
          "application/xml",
          "image/*",
          "application/json;q=0",
          "application/vnd.api+json",
          "nonsense"
        })
    void shouldSayWhatThereIs(String accept) {
      assertThat(ada.call("GET", "/api/me").header("Accept", accept).send())
          .isProblem(406, "accept.unknown");
    }

    @Test
    void shouldDoNothingBeforeItSaysSo() {
      Answer answer =
          witness.ofNothing(
              () ->
                  ada.call("POST", "/api/servers")
                      .body("application/json", SERVER)
                      .header("Accept", "text/html")
                      .send());

      assertThat(answer).isProblem(406, "accept.unknown");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "*/*",
          "application/*",
          "text/html, application/json;q=0.1",
          "application/json, text/plain, */*"
        })
    void shouldAnswerWhoeverTakesJson(String accept) {
      assertThat(ada.call("GET", "/api/me").header("Accept", accept).send()).hasStatus(200);
    }
  }

  @Nested
  class WhenThereIsNothingAtTheAddress {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "/api",
          "/api/",
          "/api/nothing",
          "/api/servers/",
          "/api/me/more",
          "/api/Me",
          "/api/v1/servers",
          "/API/me/x",
          "/nothing.js",
          "/assets/nothing.js",
          "/actuator",
          "/actuator/env",
          "/error",
          "/h2-console",
          "/.env",
          "/.git/config"
        })
    void shouldSayThatThereIsNothing(String path) {
      assertThat(ada.get(path)).isProblem(404, "address.not-found");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "/api/..%2f..%2fetc/passwd",
      "/..%2f..%2f..%2fetc/passwd",
      "/assets/..%2f..%2f..%2fetc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/assets/%2e%2e/%2e%2e/lib",
      "/..;/api/me",
      "/api;x=y/me",
      "/api//me",
      "//api/me",
      "/%00",
      "/index.html%00.png",
      "/a%0d%0aSet-Cookie:%20x=y",
      "/api/me%20",
      "/%ff",
      "/%C3%A9",
      "/%",
      "/\\..\\..\\etc\\passwd"
    })
    void shouldNotBeLedAstray(String path) {
      Answer answer =
          RawConnection.once(beep, "GET " + path, "Authorization: Bearer " + ada.token());

      assertThat(answer.status()).isIn(400, 404);
      assertThat(answer.header("Set-Cookie")).isEmpty();
      assertThat(answer.text()).doesNotContain("root:", "Exception", "io.beep", ada.id());
    }

    @Test
    void shouldRefuseAnUnknownParameter() {
      assertThat(ada.get("/api/me?debug=true")).isProblem(400, "request.invalid").blames("debug");
    }
  }
}
