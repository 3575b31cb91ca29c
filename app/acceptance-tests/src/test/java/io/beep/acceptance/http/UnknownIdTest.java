package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Call;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids of nothing, of something else, and of what somebody else has: all are answered alike. */
@OnBeep
class UnknownIdTest {

  private enum Kind {
    SERVER,
    CHANNEL,
    MESSAGE
  }

  /** Each address that has an id in it, with a right body. */
  private enum Operation {
    READ_SERVER(Kind.SERVER, "GET", "/api/servers/%s", Map.of()),
    CHANGE_SERVER(Kind.SERVER, "PATCH", "/api/servers/%s", Map.of("name", "a")),
    DESTROY_SERVER(Kind.SERVER, "DELETE", "/api/servers/%s", Map.of()),
    JOIN(Kind.SERVER, "PUT", "/api/servers/%s/members/me", Map.of()),
    LEAVE(Kind.SERVER, "DELETE", "/api/servers/%s/members/me", Map.of()),
    LIST_MEMBERS(Kind.SERVER, "GET", "/api/servers/%s/members", Map.of()),
    CREATE_CHANNEL(
        Kind.SERVER, "POST", "/api/servers/%s/channels", Map.of("name", "a", "type", "text")),
    KICK(Kind.SERVER, "DELETE", "/api/servers/%s/members/" + Ids.ofNothing(), Map.of()),
    TIME_OUT(
        Kind.SERVER,
        "PUT",
        "/api/servers/%s/members/" + Ids.ofNothing() + "/timeout",
        Map.of("durationSeconds", 60)),
    LIFT(
        Kind.SERVER, "DELETE", "/api/servers/%s/members/" + Ids.ofNothing() + "/timeout", Map.of()),
    READ_SAFETY(Kind.SERVER, "GET", "/api/servers/%s/safety", Map.of()),
    LIST_REPORTS(Kind.SERVER, "GET", "/api/servers/%s/reports", Map.of()),
    RESOLVE_REPORT(
        Kind.SERVER,
        "PUT",
        "/api/servers/%s/reports/" + Ids.ofNothing() + "/resolution",
        Map.of("outcome", "acted")),
    LIST_BANS(Kind.SERVER, "GET", "/api/servers/%s/bans", Map.of()),
    BAN(Kind.SERVER, "PUT", "/api/servers/%s/bans/" + Ids.ofNothing(), Map.of()),
    UNBAN(Kind.SERVER, "DELETE", "/api/servers/%s/bans/" + Ids.ofNothing(), Map.of()),
    LIST_ROLES(Kind.SERVER, "GET", "/api/servers/%s/roles", Map.of()),
    CREATE_ROLE(Kind.SERVER, "POST", "/api/servers/%s/roles", Map.of("name", "a")),
    LIST_OVERWRITES(Kind.CHANNEL, "GET", "/api/channels/%s/overwrites", Map.of()),
    SYNC(Kind.CHANNEL, "DELETE", "/api/channels/%s/overwrites", Map.of()),
    EXPLAIN_IN_CHANNEL(
        Kind.CHANNEL,
        "GET",
        "/api/channels/%s/permissions/01890a5d-ac96-774b-bcce-b302099a8057",
        Map.of()),
    EXPLAIN_IN_SERVER(
        Kind.SERVER,
        "GET",
        "/api/servers/%s/permissions/01890a5d-ac96-774b-bcce-b302099a8057",
        Map.of()),
    PREVIEW(
        Kind.SERVER,
        "POST",
        "/api/servers/%s/permission-preview",
        Map.of("change", "role-deleted", "roleId", "01890a5d-ac96-774b-bcce-b302099a8057")),
    INVITE(Kind.SERVER, "POST", "/api/servers/%s/invitations", Map.of("maxUses", 1)),
    LIST_INVITATIONS(Kind.SERVER, "GET", "/api/servers/%s/invitations", Map.of()),
    CHANGE_CHANNEL(Kind.CHANNEL, "PATCH", "/api/channels/%s", Map.of("name", "a")),
    DELETE_CHANNEL(Kind.CHANNEL, "DELETE", "/api/channels/%s", Map.of()),
    SEND(Kind.CHANNEL, "POST", "/api/channels/%s/messages", Map.of("content", "a")),
    READ_HISTORY(Kind.CHANNEL, "GET", "/api/channels/%s/messages", Map.of()),
    LIST_PRESENCES(Kind.SERVER, "GET", "/api/servers/%s/presences", Map.of()),
    LIST_CHANNEL_MEMBERS(Kind.CHANNEL, "GET", "/api/channels/%s/members", Map.of()),
    TYPE(Kind.CHANNEL, "POST", "/api/channels/%s/typing", Map.of()),
    EDIT(Kind.MESSAGE, "PATCH", "/api/messages/%s", Map.of("content", "a")),
    DELETE_MESSAGE(Kind.MESSAGE, "DELETE", "/api/messages/%s", Map.of());

    private final Kind kind;
    private final String method;
    private final String path;
    private final Map<String, ?> body;

    Operation(Kind kind, String method, String path, Map<String, ?> body) {
      this.kind = kind;
      this.method = method;
      this.path = path;
      this.body = body;
    }

    Call call(Person person, String id) {
      Call call = person.call(method, path.formatted(id));
      return body.isEmpty() ? call : call.json(body);
    }

    /** Whoever leaves what is not there, is not in it either. */
    List<String> codes() {
      String code = kind.name().toLowerCase(Locale.ROOT) + ".not-found";
      return this == LEAVE ? List.of(code, "membership.not-found") : List.of(code);
    }
  }

  private final Witness witness;
  private final Person ada;
  private final Map<Kind, String> hers;
  private final Map<Kind, String> theirs;

  UnknownIdTest(Beep beep) {
    this.witness = beep.witness();
    this.ada = beep.ada();
    this.hers = belongings(ada);
    this.theirs = belongings(beep.grace());
  }

  private static Map<Kind, String> belongings(Person person) {
    Community community = person.foundPrivate("Own");
    return Map.of(
        Kind.SERVER, community.id(),
        Kind.CHANNEL, community.text(),
        Kind.MESSAGE, person.say(community.text(), "private").id());
  }

  private Answer refused(Operation operation, String id) {
    Answer answer = witness.ofNothing(() -> operation.call(ada, id).send());
    assertThat(answer).isProblem(404, answer.json().path("code").asString(""));
    assertThat(answer.json().path("code").asString("")).isIn(operation.codes());
    return answer;
  }

  @Nested
  class WhenNothingHasTheId {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void shouldNotFindARandomOne(Operation operation) {
      refused(operation, Ids.ofNothing());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void shouldNotFindOneOfTheRightVersion(Operation operation) {
      refused(operation, "01890a5d-ac96-774b-bcce-b302099a8057");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void shouldNotFindNil(Operation operation) {
      refused(operation, "00000000-0000-0000-0000-000000000000");
    }
  }

  @Nested
  class WhenItIsNoId {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ids")
    void shouldNotFindIt(Operation operation, String id) {
      refused(operation, id);
    }

    static Stream<Arguments> ids() {
      return Arrays.stream(Operation.values())
          .flatMap(
              operation ->
                  Stream.of(
                          "x",
                          "null",
                          "01890a5dac96774bbcceb302099a8057",
                          "01890a5d-ac96-774b-bcce-b302099a805g",
                          "01890a5d-ac96-774b-bcce-b302099a8057x",
                          "%7B01890a5d-ac96-774b-bcce-b302099a8057%7D",
                          "1-1-1-1-1",
                          "%27%20or%201=1--",
                          "%F0%9F%9A%80",
                          "a".repeat(500))
                      .map(id -> Arguments.of(operation, id)));
    }
  }

  @Nested
  class WhenSomethingElseHasTheId {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void shouldNotFindIt(Operation operation) {
      Kind other = Kind.values()[(operation.kind.ordinal() + 1) % Kind.values().length];

      refused(operation, hers.getOrDefault(other, ""));
    }
  }

  @Nested
  class WhenItIsSomeoneElses {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void shouldAnswerAsIfThereWereNothing(Operation operation) {
      Answer nothing = refused(operation, Ids.ofNothing());
      Answer hidden = refused(operation, theirs.getOrDefault(operation.kind, ""));

      for (String field : List.of("type", "title", "detail", "code")) {
        assertThat(hidden.json().path(field)).isEqualTo(nothing.json().path(field));
      }
      assertThat(hidden.headers().map().keySet()).isEqualTo(nothing.headers().map().keySet());
    }
  }
}
