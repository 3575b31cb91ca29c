package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.OnBeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The documents that say what the API is. */
@OnBeep
class ContractTest {

  private final Beep beep;

  ContractTest(Beep beep) {
    this.beep = beep;
  }

  private JsonNode document(String path) {
    Answer answer = beep.get(path).requireSuccess();
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    return answer.json();
  }

  @Nested
  class WhenAProgramReadsTheOpenApiDocument {

    private final JsonNode openApi = document("/api/openapi.json");

    @Test
    void shouldBeOfVersion31() {
      assertThat(openApi.path("openapi").asString("")).startsWith("3.1");
      assertThat(openApi.path("info").path("title").asString("")).isNotEmpty();
      assertThat(openApi.path("info").path("version").asString("")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "post /api/registrations",
          "post /api/servers",
          "get /api/servers",
          "get /api/servers/{}",
          "patch /api/servers/{}",
          "delete /api/servers/{}",
          "get /api/discovery/servers",
          "put /api/servers/{}/members/me",
          "delete /api/servers/{}/members/me",
          "get /api/servers/{}/members",
          "get /api/servers/{}/presences",
          "get /api/channels/{}/members",
          "get /api/me/presence",
          "put /api/me/presence",
          "put /api/me/devices/{}",
          "patch /api/servers/{}/members/{}",
          "put /api/servers/{}/members/{}/roles/{}",
          "delete /api/servers/{}/members/{}/roles/{}",
          "get /api/servers/{}/roles",
          "post /api/servers/{}/roles",
          "patch /api/servers/{}/roles",
          "patch /api/servers/{}/roles/{}",
          "delete /api/servers/{}/roles/{}",
          "get /api/channels/{}/overwrites",
          "delete /api/channels/{}/overwrites",
          "put /api/channels/{}/overwrites/{}",
          "delete /api/channels/{}/overwrites/{}",
          "put /api/channels/{}/place",
          "put /api/servers/{}/owner",
          "delete /api/servers/{}/members/{}",
          "put /api/servers/{}/members/{}/timeout",
          "delete /api/servers/{}/members/{}/timeout",
          "get /api/servers/{}/bans",
          "put /api/servers/{}/bans/{}",
          "delete /api/servers/{}/bans/{}",
          "get /api/servers/{}/audit-log",
          "get /api/servers/{}/audit-log/export",
          "post /api/servers/{}/audit-log/{}/undo",
          "post /api/servers/{}/audit-log/undo",
          "get /api/channels/{}/permissions/{}",
          "get /api/servers/{}/permissions/{}",
          "post /api/servers/{}/permission-preview",
          "post /api/servers/{}/channels",
          "post /api/servers/{}/invitations",
          "get /api/servers/{}/invitations",
          "get /api/invitations/{}",
          "post /api/invitations/{}/accept",
          "post /api/servers/{}/restore",
          "get /api/servers/deleted",
          "delete /api/invitations/{}",
          "patch /api/channels/{}",
          "delete /api/channels/{}",
          "post /api/channels/{}/messages",
          "get /api/channels/{}/messages",
          "patch /api/messages/{}",
          "delete /api/messages/{}",
          "post /api/channels/{}/typing",
          "get /api/search/messages",
          "get /api/me",
          "get /api/feed",
          "get /api/openapi.json",
          "get /api/asyncapi.json"
        })
    void shouldList(String operation) {
      assertThat(operations()).contains(operation);
    }

    @Test
    void shouldListOnlyWhatIsThere() {
      for (String operation : operations()) {
        String[] parts = operation.split(" ");
        Answer answer =
            beep.call(parts[0].toUpperCase(Locale.ROOT), parts[1].replace("{}", Ids.ofNothing()))
                .header("Accept", "*/*")
                .send();

        assertThat(answer.status()).as(operation).isNotIn(405, 500, 501);
        if (answer.status() == 404) {
          assertThat(answer.json().path("code").asString("")).isNotEqualTo("address.not-found");
        }
      }
    }

    @Test
    void shouldSayWhatNeedsAToken() {
      for (Map.Entry<String, JsonNode> path : openApi.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          boolean open = operation.getValue().path("security").isEmpty();
          Answer answer =
              beep.call(
                      operation.getKey().toUpperCase(Locale.ROOT),
                      path.getKey().replaceAll("\\{\\w+}", Ids.ofNothing()))
                  .header("Accept", "*/*")
                  .send();

          assertThat(answer.status() == 401)
              .as(operation.getKey() + " " + path.getKey())
              .isEqualTo(!open);
        }
      }
    }

    @Test
    void shouldPointOnlyAtWhatItHolds() {
      assertThat(references(openApi))
          .isNotEmpty()
          .allMatch(pointer -> !openApi.at(pointer).isMissingNode());
    }

    @Test
    void shouldDescribeEachOperation() {
      Set<String> ids = new TreeSet<>();
      for (JsonNode path : openApi.path("paths")) {
        for (JsonNode operation : path) {
          assertThat(operation.path("summary").asString("")).isNotEmpty();
          assertThat(operation.path("responses")).isNotEmpty();
          assertThat(ids.add(operation.path("operationId").asString(""))).isTrue();
        }
      }
      assertThat(ids).doesNotContain("");
    }

    private Set<String> operations() {
      Set<String> operations = new TreeSet<>();
      openApi
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .propertyNames()
                      .forEach(
                          method ->
                              operations.add(
                                  method + " " + path.getKey().replaceAll("\\{\\w+}", "{}"))));
      return operations;
    }
  }

  @Nested
  class WhenAProgramReadsTheAsyncApiDocument {

    private final JsonNode asyncApi = document("/api/asyncapi.json");

    @Test
    void shouldBeOfVersion3() {
      assertThat(asyncApi.path("asyncapi").asString("")).startsWith("3.");
      assertThat(asyncApi.path("channels").toString()).contains("/api/feed");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "message.sent",
          "message.edited",
          "message.deleted",
          "channel.created",
          "channel.deleted",
          "member.joined",
          "member.left",
          "server.created",
          "server.deleted",
          "typing",
          "presence",
          "feed.reset"
        })
    void shouldTellOfEachFrame(String type) {
      List<String> names = new ArrayList<>();
      asyncApi
          .path("channels")
          .forEach(
              channel ->
                  channel
                      .path("messages")
                      .forEach(message -> names.add(message.path("name").asString(""))));

      assertThat(names).contains(type);
    }

    @Test
    void shouldPointOnlyAtWhatItHolds() {
      assertThat(references(asyncApi))
          .isNotEmpty()
          .allMatch(pointer -> !asyncApi.at(pointer).isMissingNode());
    }
  }

  /** Every {@code $ref} as a JSON pointer. */
  private static Set<String> references(JsonNode document) {
    Set<String> found = new TreeSet<>();
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(reference.asString("")).startsWith("#/");
      found.add(reference.asString("").substring(1));
    }
    return found;
  }
}
