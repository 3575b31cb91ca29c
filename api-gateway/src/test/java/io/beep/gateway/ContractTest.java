package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.gateway.fixture.GatewayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ContractTest {

  @TempDir static Path web;

  private static GatewayNode node;

  @BeforeAll
  static void start() {
    node = new GatewayNode(web);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static JsonNode document(String path) {
    GatewayNode.Reply reply = node.send(node.anonymous(path));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    return reply.json();
  }

  @Test
  void shouldDescribeEveryAddress() {
    JsonNode api = document("/api/openapi.json");

    List<String> operations = new ArrayList<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method + " " + path.getKey())));
    assertThat(operations)
        .containsExactlyInAnyOrder(
            "post /api/registrations",
            "get /api/me",
            "get /api/me/presence",
            "put /api/me/presence",
            "put /api/me/devices/{deviceId}",
            "get /api/servers/{serverId}/presences",
            "get /api/channels/{channelId}/members",
            "get /api/servers",
            "post /api/servers",
            "get /api/servers/{serverId}",
            "patch /api/servers/{serverId}",
            "delete /api/servers/{serverId}",
            "post /api/servers/{serverId}/restore",
            "get /api/servers/deleted",
            "put /api/servers/{serverId}/owner",
            "put /api/servers/{serverId}/picture",
            "delete /api/servers/{serverId}/picture",
            "put /api/servers/{serverId}/banner",
            "delete /api/servers/{serverId}/banner",
            "put /api/me/picture",
            "delete /api/me/picture",
            "get /api/pictures/{id}/{size}",
            "get /api/server-templates",
            "get /api/discovery/servers",
            "put /api/servers/{serverId}/members/me",
            "delete /api/servers/{serverId}/members/me",
            "get /api/servers/{serverId}/members",
            "delete /api/servers/{serverId}/members/{userId}",
            "put /api/servers/{serverId}/members/{userId}/timeout",
            "delete /api/servers/{serverId}/members/{userId}/timeout",
            "post /api/messages/{messageId}/reports",
            "post /api/servers/{serverId}/members/{userId}/reports",
            "get /api/servers/{serverId}/safety",
            "put /api/servers/{serverId}/safety/words",
            "get /api/servers/{serverId}/members/{userId}/history",
            "get /api/servers/{serverId}/members/{userId}/activity",
            "put /api/servers/{serverId}/safety/new-members",
            "put /api/servers/{serverId}/members/{userId}/trust",
            "get /api/servers/{serverId}/members/me/limits",
            "get /api/servers/{serverId}/reports",
            "put /api/servers/{serverId}/reports/{reportId}/resolution",
            "delete /api/servers/{serverId}/reports/{reportId}/resolution",
            "get /api/servers/{serverId}/bans",
            "put /api/servers/{serverId}/bans/{userId}",
            "delete /api/servers/{serverId}/bans/{userId}",
            "post /api/servers/{serverId}/channels",
            "get /api/servers/{serverId}/channels",
            "patch /api/servers/{serverId}/members/{userId}",
            "put /api/servers/{serverId}/members/{userId}/roles/{roleId}",
            "delete /api/servers/{serverId}/members/{userId}/roles/{roleId}",
            "get /api/servers/{serverId}/roles",
            "post /api/servers/{serverId}/roles",
            "patch /api/servers/{serverId}/roles",
            "patch /api/servers/{serverId}/roles/{roleId}",
            "delete /api/servers/{serverId}/roles/{roleId}",
            "post /api/servers/{serverId}/roles/{roleId}/restore",
            "get /api/channels/{channelId}/overwrites",
            "delete /api/channels/{channelId}/overwrites",
            "put /api/channels/{channelId}/overwrites/{targetId}",
            "delete /api/channels/{channelId}/overwrites/{targetId}",
            "get /api/channels/{channelId}/permissions/{userId}",
            "get /api/servers/{serverId}/permissions/{userId}",
            "post /api/servers/{serverId}/permission-preview",
            "post /api/servers/{serverId}/invitations",
            "get /api/servers/{serverId}/audit-log",
            "get /api/servers/{serverId}/audit-log/export",
            "post /api/servers/{serverId}/audit-log/{position}/undo",
            "post /api/servers/{serverId}/audit-log/undo",
            "get /api/servers/{serverId}/invitations",
            "get /api/servers/{serverId}/member-invitations",
            "post /api/servers/{serverId}/member-invitations",
            "delete /api/servers/{serverId}/member-invitations/{userId}",
            "get /api/me/invitations",
            "post /api/me/invitations/{serverId}/accept",
            "delete /api/me/invitations/{serverId}",
            "get /api/invitations/{code}",
            "post /api/invitations/{code}/accept",
            "delete /api/invitations/{code}",
            "patch /api/channels/{channelId}",
            "put /api/channels/{channelId}/place",
            "delete /api/channels/{channelId}",
            "post /api/channels/{channelId}/restore",
            "post /api/channels/{channelId}/messages",
            "get /api/channels/{channelId}/messages",
            "post /api/channels/{channelId}/typing",
            "get /api/messages/{messageId}",
            "patch /api/messages/{messageId}",
            "delete /api/messages/{messageId}",
            "get /api/search/messages",
            "get /api/feed",
            "get /api/health/live",
            "get /api/health/ready",
            "get /api/openapi.json",
            "get /api/asyncapi.json");
  }

  @Test
  void shouldDescribeMessageAsApiSays() {
    JsonNode message =
        document("/api/openapi.json").path("components").path("schemas").path("MessageView");

    assertThat(message.path("properties").path("id").path("format").asString()).isEqualTo("uuid");
    assertThat(message.path("properties").path("createdAt").path("format").asString())
        .isEqualTo("date-time");
    assertThat(message.path("required").toString()).contains("content").doesNotContain("editedAt");
  }

  @Test
  void shouldSayWhatIsOpenToAllAndThatACodeIsNoId() {
    JsonNode look =
        document("/api/openapi.json").path("paths").path("/api/invitations/{code}").path("get");

    assertThat(look.path("security").isEmpty()).isTrue();
    assertThat(look.path("parameters").path(0).path("name").asString()).isEqualTo("code");
    assertThat(look.path("parameters").path(0).path("schema").has("format")).isFalse();
  }

  @Test
  void shouldSayInSecurityWhatNeedsNoToken() throws IOException {
    Set<String> open = new TreeSet<>();
    document("/api/openapi.json")
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (operation.getValue().path("security").isEmpty()) {
                            open.add(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    String security = Files.readString(Path.of("../SECURITY.md"));
    String row =
        security.lines().filter(line -> line.startsWith("| **anyone on")).findAny().orElseThrow();

    Set<String> told = new TreeSet<>();
    Matcher operation = Pattern.compile("`([A-Z]+ /api[^`]*)`").matcher(row);
    while (operation.find()) {
      told.add(operation.group(1));
    }

    assertThat(told).isEqualTo(open).isNotEmpty();
    assertThat(row).contains("`/api/docs`");
  }

  @Test
  void shouldSayThatAnInvitationMayBeAskedForWithoutABody() {
    JsonNode body =
        document("/api/openapi.json")
            .path("paths")
            .path("/api/servers/{serverId}/invitations")
            .path("post")
            .path("requestBody");

    assertThat(body.path("required").asBoolean(true)).isFalse();
    assertThat(body.path("content").has("application/json")).isTrue();
  }

  @Test
  void shouldDescribeTheErrorsOfAProblem() {
    JsonNode problem =
        document("/api/openapi.json").path("components").path("schemas").path("ProblemBody");

    assertThat(problem.path("properties").path("errors").path("type").asString())
        .isEqualTo("array");
    assertThat(problem.path("required").toString()).contains("code").doesNotContain("errors");
  }

  @Test
  void shouldResolveEveryReference() {
    for (String path : List.of("/api/openapi.json", "/api/asyncapi.json")) {
      JsonNode document = document(path);
      List<String> references = new ArrayList<>();
      collect(document, references);
      assertThat(references).isNotEmpty();
      for (String reference : references) {
        assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
      }
    }
  }

  @Test
  void shouldDescribeEveryFrame() {
    assertThat(
            document("/api/asyncapi.json")
                .path("channels")
                .path("feed")
                .path("messages")
                .propertyNames())
        .contains("message.sent", "feed.ready", "typing", "presence", "presence.chosen")
        .hasSize(56);
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.path("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }

  @Test
  void shouldShowTheDocumentAsAPage() {
    GatewayNode.Reply page = node.send(node.anonymous("/api/docs"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self';")
        .contains("style-src 'self' 'unsafe-inline'");
    for (String part : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js")) {
      assertThat(page.response().body()).contains("/api/docs/" + part);
      assertThat(node.send(node.anonymous("/api/docs/" + part)).status()).isEqualTo(200);
    }
    assertThat(node.send(node.anonymous("/api/docs/none.js")).status()).isEqualTo(404);
  }
}
