package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong is refused with the right problem, and no command is sent. */
class BadInputTest {

  @TempDir static Path web;

  private static GatewayNode node;
  private static UserId alice;

  private static final String CHANNEL = "/api/channels/" + UUID.randomUUID() + "/messages";

  @BeforeAll
  static void start() {
    node = new GatewayNode(web, "--beep.limits=off");
    alice = new UserId(node.ids().next());
    node.behind().handle(SendMessage.class, _ -> new MessageId(node.ids().next()));
    node.behind().handle(CreateServer.class, _ -> "");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @AfterEach
  void shouldHaveSentNothing() {
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  private static void assertRefused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("errors").isArray()).isEqualTo(status == 400);
  }

  /** Those at fault, in the order in which they are told. */
  private static List<String> blamed(Reply reply) {
    return reply.json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
  }

  private static String faultCode(Reply reply) {
    return reply.json().path("errors").path(0).path("code").asString();
  }

  private static Reply post(String json) {
    return node.send("POST", CHANNEL, alice, json);
  }

  private static Reply postBytes(int... bytes) {
    byte[] head = "{\"content\":\"a".getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\"}".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[head.length + bytes.length + tail.length];
    System.arraycopy(head, 0, body, 0, head.length);
    for (int i = 0; i < bytes.length; i++) {
      body[head.length + i] = (byte) bytes[i];
    }
    System.arraycopy(tail, 0, body, head.length + bytes.length, tail.length);
    return node.send("POST", CHANNEL, alice, body);
  }

  @Test
  void shouldRefuseNoBody() {
    assertRefused(post(""), 400, "request.malformed-json");
  }

  @Test
  void shouldRefuseWhatIsNoJson() {
    assertRefused(post("{content:'hi'}"), 400, "request.malformed-json");
  }

  @Test
  void shouldRefuseJsonThatIsNoObject() {
    assertRefused(post("[\"content\"]"), 400, "request.malformed-json");
    assertRefused(post("null"), 400, "request.malformed-json");
  }

  @Test
  void shouldRefuseMoreThanOneValue() {
    assertRefused(post("{\"content\":\"hi\"} {}"), 400, "request.malformed-json");
  }

  @Test
  void shouldRefuseUnknownField() {
    Reply reply = post("{\"content\":\"hi\",\"author\":\"bob\"}");

    assertRefused(reply, 400, "request.invalid");
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("author");
    assertThat(reply.json().path("errors").path(0).path("code").asString())
        .isEqualTo("field.unknown");
  }

  @Test
  void shouldRefuseMissingField() {
    Reply reply = post("{}");

    assertRefused(reply, 400, "request.invalid");
    assertThat(reply.json().path("errors").path(0).path("code").asString())
        .isEqualTo("field.required");
  }

  @Test
  void shouldRefuseNullWhereTextBelongs() {
    assertRefused(post("{\"content\":null}"), 400, "request.invalid");
  }

  @Test
  void shouldNotTakeNumberForText() {
    assertRefused(post("{\"content\":5}"), 400, "request.invalid");
    assertRefused(post("{\"content\":1.5}"), 400, "request.invalid");
  }

  @Test
  void shouldNotTakeBooleanForText() {
    assertRefused(post("{\"content\":true}"), 400, "request.invalid");
  }

  @Test
  void shouldNotTakeListOrObjectForText() {
    assertRefused(post("{\"content\":[\"hi\"]}"), 400, "request.invalid");
    assertRefused(post("{\"content\":{\"a\":1}}"), 400, "request.invalid");
  }

  @Test
  void shouldNotTakeTextForBoolean() {
    Reply reply =
        node.send(
            "POST",
            "/api/servers/" + UUID.randomUUID() + "/channels",
            alice,
            "{\"name\":\"x\",\"type\":\"text\",\"private\":\"true\"}");

    assertRefused(reply, 400, "request.invalid");
  }

  @Test
  void shouldNotTakeNumberForChange() {
    Reply reply =
        node.send("PATCH", "/api/servers/" + UUID.randomUUID(), alice, "{\"description\":1}");

    assertRefused(reply, 400, "request.invalid");
  }

  @Test
  void shouldRefuseFieldThatIsThereTwice() {
    assertRefused(post("{\"content\":\"a\",\"content\":\"b\"}"), 400, "request.malformed-json");
  }

  @Test
  void shouldRefuseDeepNesting() {
    assertRefused(
        post("{\"content\":" + "[".repeat(1000) + "]".repeat(1000) + "}"),
        400,
        "request.malformed-json");
  }

  @Test
  void shouldRefuseValueThatIsNoneOfTheNamed() {
    Reply reply =
        node.send("POST", "/api/servers", alice, "{\"name\":\"x\",\"visibility\":\"secret\"}");

    assertRefused(reply, 400, "request.invalid");
    assertThat(reply.json().path("errors").path(0).path("detail").asString())
        .isEqualTo("must be public or private");
  }

  @Test
  void shouldRefuseNulThatIsEscaped() {
    assertRefused(post("{\"content\":\"a\\u0000b\"}"), 400, "request.nul");
  }

  @Test
  void shouldRefuseNulThatIsRaw() {
    assertRefused(postBytes(0), 400, "request.nul");
  }

  @Test
  void shouldRefuseNulInNameOfField() {
    assertRefused(post("{\"con\\u0000tent\":\"a\"}"), 400, "request.nul");
  }

  @Test
  void shouldRefuseNulInQuery() {
    assertRefused(node.get("/api/search/messages?q=a%00b", alice), 400, "request.nul");
  }

  @Test
  void shouldRefuseLoneSurrogate() {
    assertRefused(post("{\"content\":\"a\\ud800\"}"), 400, "request.lone-surrogate");
    assertRefused(post("{\"content\":\"\\udc00a\"}"), 400, "request.lone-surrogate");
  }

  @Test
  void shouldRefuseTruncatedUtf8() {
    assertRefused(postBytes(0xE2, 0x82), 400, "request.malformed-utf8");
  }

  @Test
  void shouldRefuseOverlongUtf8() {
    assertRefused(postBytes(0xC0, 0xAF), 400, "request.malformed-utf8");
  }

  @Test
  void shouldRefuseEncodedSurrogate() {
    assertRefused(postBytes(0xED, 0xA0, 0x80), 400, "request.malformed-utf8");
  }

  @Test
  void shouldRefuseMalformedUtf8InQuery() {
    assertRefused(node.get("/api/search/messages?q=%C0%AF", alice), 400, "request.malformed-utf8");
  }

  @Test
  void shouldRefuseUtf16() {
    assertRefused(
        node.send(
            "POST", CHANNEL, alice, "{\"content\":\"hi\"}".getBytes(StandardCharsets.UTF_16LE)),
        400,
        "request.nul");
  }

  @Test
  void shouldRefuseMegabyteOfName() {
    assertRefused(
        node.send("POST", "/api/servers", alice, "{\"name\":\"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "request.too-large");
  }

  @Test
  void shouldRefuseMegabyteThatDoesNotTellItsLength() {
    byte[] body = ("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
    Reply reply =
        node.send(
            node.request("/api/servers", alice)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

    assertRefused(reply, 413, "request.too-large");
  }

  @Test
  void shouldRefuseOtherContentType() {
    assertRefused(
        node.send(
            node.request(CHANNEL, alice)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"content\":\"hi\"}"))),
        415,
        "content-type.unknown");
  }

  @Test
  void shouldRefuseWhatSaysThatItIsCompressed() {
    assertRefused(
        node.send(
            node.request(CHANNEL, alice)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{\"content\":\"hi\"}"))),
        415,
        "content-type.unknown");
  }

  @Test
  void shouldRefuseOtherCharset() {
    assertRefused(
        node.send(
            node.request(CHANNEL, alice)
                .header("Content-Type", "application/json; charset=latin1")
                .POST(BodyPublishers.ofString("{\"content\":\"hi\"}"))),
        415,
        "content-type.unknown");
  }

  @Test
  void shouldRefuseWhenAnswerIsNotWanted() {
    assertRefused(
        node.send(node.request("/api/me", alice).header("Accept", "image/png")),
        406,
        "accept.unknown");
  }

  @Test
  void shouldNotKnowAddress() {
    assertRefused(node.get("/api/nothing", alice), 404, "address.not-found");
  }

  @Test
  void shouldSayWhichMethodsAreAllowed() {
    Reply reply = node.send(node.request("/api/servers", alice).DELETE());

    assertRefused(reply, 405, "method.not-allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void shouldAnswerIdInPathThatIsNoneLikeUnknownOne() {
    assertRefused(node.get("/api/servers/42", alice), 404, "server.not-found");
    assertRefused(
        node.get("/api/servers/server:" + UUID.randomUUID(), alice), 404, "server.not-found");
  }

  @Test
  void shouldRefuseIdInQueryThatIsNone() {
    assertRefused(node.get(CHANNEL + "?before=42", alice), 400, "request.invalid");
  }

  @Test
  void shouldRefuseIdInBodyThatIsNone() {
    Reply reply = post("{\"content\":\"hi\",\"replyTo\":\"42\"}");

    assertRefused(reply, 400, "request.invalid");
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("replyTo");
  }

  @Test
  void shouldRefuseUnknownParameter() {
    assertRefused(node.get("/api/servers?page=2", alice), 400, "request.invalid");
  }

  @Test
  void shouldRefuseParameterThatIsThereTwice() {
    assertRefused(node.get(CHANNEL + "?limit=1&limit=2", alice), 400, "request.invalid");
  }

  @Test
  void shouldRefuseLimitOutOfBounds() {
    assertRefused(node.get(CHANNEL + "?limit=0", alice), 400, "request.invalid");
    assertRefused(node.get(CHANNEL + "?limit=101", alice), 400, "request.invalid");
    assertRefused(node.get(CHANNEL + "?limit=-1", alice), 400, "request.invalid");
    assertRefused(node.get(CHANNEL + "?limit=ten", alice), 400, "request.invalid");
  }

  @Test
  void shouldRefusePermissionsThatAreNone() {
    String roles = "/api/servers/" + UUID.randomUUID() + "/roles";
    String overwrite = "/api/channels/" + UUID.randomUUID() + "/overwrites/" + UUID.randomUUID();

    for (String permissions :
        new String[] {"[\"FLY\"]", "[\"speak\"]", "[1]", "[null]", "7", "{}"}) {
      Reply role =
          node.send("POST", roles, alice, "{\"name\":\"x\",\"permissions\":" + permissions + "}");
      assertRefused(role, 400, "request.invalid");
      assertThat(role.json().path("errors").path(0).path("field").asString())
          .startsWith("permissions");
      Reply allowed =
          node.send("PUT", overwrite, alice, "{\"deny\":[],\"allow\":" + permissions + "}");
      assertRefused(allowed, 400, "request.invalid");
      assertThat(allowed.response().body()).doesNotContain("io.beep");
    }
  }

  @Test
  void shouldRefuseNullInAnyList() {
    String server = "/api/servers/" + UUID.randomUUID();

    Reply only = node.send("PATCH", server, alice, "{\"tags\":[null]}");
    assertRefused(only, 400, "request.invalid");
    assertThat(blamed(only)).containsExactly("tags.0");
    assertThat(faultCode(only)).isEqualTo("field.invalid");
    Reply some = node.send("PATCH", server, alice, "{\"tags\":[null,\"a\",null]}");
    assertRefused(some, 400, "request.invalid");
    assertThat(blamed(some)).containsExactly("tags.0", "tags.2");
  }

  @Test
  void shouldTakeTimesInNoOtherFormThanIso8601() {
    String timeout =
        "/api/servers/" + UUID.randomUUID() + "/members/" + UUID.randomUUID() + "/timeout";

    for (String until :
        new String[] {
          "1790000000",
          "1790000000.5",
          "\"1790000000\"",
          "\"1790000000.5\"",
          "\"2026-03-08\"",
          "\"tomorrow\"",
          "\"\"",
          "true"
        }) {
      Reply reply = node.send("PUT", timeout, alice, "{\"until\":" + until + "}");
      assertRefused(reply, 400, "request.invalid");
      assertThat(blamed(reply)).as(until).containsExactly("until");
      assertThat(faultCode(reply)).isEqualTo("field.invalid");
    }
  }

  @Test
  void shouldRefuseWhatIsSentWhereNothingIsTaken() {
    String server = "/api/servers/" + UUID.randomUUID();

    Reply joining = node.send("PUT", server + "/members/me", alice, "{\"role\":\"admin\"}");
    assertRefused(joining, 400, "request.invalid");
    assertThat(blamed(joining)).containsExactly("role");
    assertThat(faultCode(joining)).isEqualTo("field.unknown");
    assertRefused(node.send("DELETE", server, alice, "{\"reason\":\"x\"}"), 400, "request.invalid");
    assertRefused(node.send("DELETE", server, alice, "null"), 400, "request.malformed-json");
    assertRefused(
        node.send(
            node.request(server + "/members/me", alice)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("{}"))),
        415,
        "content-type.unknown");
    assertRefused(
        node.send("DELETE", server, alice, "{\"reason\":\"" + "x".repeat(1 << 16) + "\"}"),
        413,
        "request.too-large");
  }

  @Test
  void shouldSayWhichOfTheParametersIsAtFault() {
    String server = "/api/servers/" + UUID.randomUUID();
    UUID id = UUID.randomUUID();

    Reply messages = node.get(CHANNEL + "?around=" + id + "&limit=5&before=" + id, alice);
    assertRefused(messages, 400, "message.page-ambiguous");
    assertThat(blamed(messages)).containsExactly("before", "around");
    Reply audit = node.get(server + "/audit-log?before=1&after=2", alice);
    assertRefused(audit, 400, "audit-log.page-ambiguous");
    assertThat(blamed(audit)).containsExactly("before", "after");
    Reply feed = node.get("/api/feed?after=x", alice);
    assertRefused(feed, 400, "feed.position-invalid");
    assertThat(blamed(feed)).containsExactly("after");
    Reply ahead = node.get("/api/feed?after=99999999999", alice);
    assertRefused(ahead, 400, "feed.position-invalid");
    assertThat(blamed(ahead)).containsExactly("after");
    Reply resumed =
        node.send(node.request("/api/feed?after=1", alice).header("Last-Event-ID", "x"));
    assertRefused(resumed, 400, "feed.position-invalid");
    assertThat(blamed(resumed)).containsExactly("Last-Event-ID");
    assertThat(blamed(node.get("/api/search/messages?q=%C0%AF", alice))).containsExactly("q");
    assertThat(blamed(node.get("/api/search/messages?q=a%00b", alice))).containsExactly("q");
  }

  @Test
  void shouldSayWhichTextIsAtFault() {
    assertThat(blamed(post("{\"content\":\"a\\u0000b\"}"))).containsExactly("content");
    assertThat(
            blamed(
                node.send(
                    "PATCH",
                    "/api/servers/" + UUID.randomUUID(),
                    alice,
                    "{\"tags\":[\"a\",\"\\ud800\"]}")))
        .containsExactly("tags.1");
  }

  @Test
  void shouldBlameNothingWhereItIsTheWhole() {
    Reply empty = node.send("PATCH", "/api/servers/" + UUID.randomUUID(), alice, "{}");

    assertRefused(empty, 400, "request.empty");
    assertThat(blamed(empty)).isEmpty();
    assertThat(blamed(post("[]"))).isEmpty();
  }

  @Test
  void shouldRefuseListsOfWhatIsNoId() {
    String server = "/api/servers/" + UUID.randomUUID();

    for (String ids : new String[] {"[\"x\"]", "[null]", "[7]", "\"x\"", "null"}) {
      assertRefused(
          node.send("PATCH", server + "/roles", alice, "{\"order\":" + ids + "}"),
          400,
          "request.invalid");
      assertRefused(
          node.send(
              "PATCH", server + "/members/" + UUID.randomUUID(), alice, "{\"roles\":" + ids + "}"),
          400,
          "request.invalid");
    }
  }

  @Test
  void shouldNotFindWhatIsNoIdInThePathOfRoles() {
    String server = "/api/servers/" + UUID.randomUUID();

    assertRefused(
        node.send(node.request(server + "/roles/x", alice).DELETE()), 404, "role.not-found");
    assertRefused(
        node.send("PATCH", server + "/members/x", alice, "{\"roles\":[]}"),
        404,
        "membership.not-found");
    assertRefused(
        node.send(
            "PUT",
            "/api/channels/" + UUID.randomUUID() + "/overwrites/x",
            alice,
            "{\"allow\":[],\"deny\":[]}"),
        404,
        "overwrite.not-found");
  }
}
