package io.beep.gateway;

import static io.beep.gateway.fixture.Limited.requireLimited;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelOverwritesView;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.GetChannelOverwrites;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SyncChannel;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.DeletedServerPage;
import io.beep.coreapi.server.DeletedServerView;
import io.beep.coreapi.server.EditRole;
import io.beep.coreapi.server.EditServer;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.ListDeletedServers;
import io.beep.coreapi.server.ListRoles;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.RolePage;
import io.beep.coreapi.server.RoleView;
import io.beep.coreapi.server.SetMemberRoles;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserRegistered;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointsTest {

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private CommandMessage<?> lastCommand() {
    return node.behind().commandsSeen().getLast();
  }

  private static String path(Object pattern, Object... ids) {
    return pattern.toString().formatted(ids);
  }

  @Test
  void shouldCreateServer() {
    ServerId server = new ServerId(node.ids().next());
    ChannelId general = new ChannelId(node.ids().next());
    node.behind()
        .handle(
            CreateServer.class,
            _ ->
                new CreatedServer(server, List.of(new StarterChannel(general, "general", "text"))));
    node.behind().publish("something");

    Reply reply =
        node.send(
            "POST", "/api/servers", alice, "{\"name\":\"Reading\",\"visibility\":\"public\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo("/api/servers/" + server.value());
    assertThat(reply.response().body())
        .isEqualTo(
            "{\"id\":\"%s\",\"position\":0,\"channels\":[{\"id\":\"%s\",\"name\":\"general\",\"type\":\"text\"}]}"
                .formatted(server.value(), general.value()));
    CreateServer command = (CreateServer) lastCommand().getPayload();
    assertThat(command.ownerId()).isEqualTo(alice);
    assertThat(command.description()).isNull();
    assertThat(lastCommand().getMetaData())
        .containsEntry(MessageKeys.ACTOR, alice.value().toString())
        .containsEntry(MessageKeys.REQUEST_ID, reply.header("X-Request-Id"))
        .doesNotContainKey(MessageKeys.IDEMPOTENCY_KEY);
  }

  /** Its address is that of a server too, if "deleted" were an id. */
  @Test
  void shouldListDeletedServers() {
    ServerId server = new ServerId(node.ids().next());
    DeletedServerPage page =
        new DeletedServerPage(
            List.of(
                new DeletedServerView(
                    server, "Reading", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), null)),
            7);
    node.behind().answer(ListDeletedServers.class, DeletedServerPage.class, _ -> page);

    Reply reply = node.send(node.request("/api/servers/deleted", alice));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().body())
        .isEqualTo(
            "{\"items\":[{\"id\":\"%s\",\"name\":\"Reading\",\"deletedAt\":\"1970-01-01T00:00:00Z\",\"finalAt\":\"1970-01-01T00:01:00Z\"}],\"position\":7}"
                .formatted(server.value()));
  }

  @Test
  void shouldRestoreServer() {
    ServerId server = new ServerId(node.ids().next());
    node.behind().handle(RestoreServer.class, _ -> server);

    Reply reply =
        node.send(
            node.request(path("/api/servers/%s/restore", server.value()), alice)
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(lastCommand().getPayload()).isEqualTo(new RestoreServer(server, alice));
  }

  @Test
  void shouldSendMessageWithItsIdempotencyKey() {
    MessageId sent = new MessageId(node.ids().next());
    node.behind().handle(SendMessage.class, _ -> sent);
    String path = path("/api/channels/%s/messages", UUID.randomUUID());

    for (String body :
        List.of("{\"content\":\"hi\"}", " { \"content\" : \"hi\" } ", "{\"content\":\"ho\"}")) {
      Reply reply =
          node.send(
              node.request(path, alice)
                  .header("Content-Type", "application/json; charset=utf-8")
                  .header("Idempotency-Key", "key 1")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.header("Location")).isEqualTo("/api/messages/" + sent.value());
    }

    List<Object> hashes =
        node.behind().commandsSeen().stream()
            .<Object>map(command -> command.getMetaData().get(MessageKeys.REQUEST_HASH))
            .toList();
    assertThat(node.behind().commandsSeen())
        .allSatisfy(
            command ->
                assertThat(command.getMetaData())
                    .containsEntry(MessageKeys.IDEMPOTENCY_KEY, "key 1"));
    assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
  }

  @Test
  void shouldTakeNothingForWhatItIs() {
    ServerId server = new ServerId(node.ids().next());
    node.behind().handle(JoinServer.class, _ -> "");
    String me = path("/api/servers/%s/members/me", server.value());

    assertThat(node.send("PUT", me, alice, "").status()).isEqualTo(200);
    assertThat(node.send("PUT", me, alice, "{}").status()).isEqualTo(200);
    assertThat(node.behind().commandsSeen())
        .hasSize(2)
        .allSatisfy(
            command -> assertThat(command.getPayload()).isEqualTo(new JoinServer(server, alice)));
    assertThat(node.send("GET", "/api/health/live", alice, "{\"a\":1}").status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseIdempotencyKeyThatIsTooLong() {
    Reply reply =
        node.send(
            node.request("/api/messages/" + UUID.randomUUID(), alice)
                .header("Idempotency-Key", "x".repeat(256))
                .DELETE());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("idempotency-key.invalid");
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldSendAllFieldsOfPatchAsOneCommandWithItsKey() {
    node.behind().handle(EditServer.class, _ -> "");
    UUID server = UUID.randomUUID();

    Reply reply =
        node.send(
            node.request("/api/servers/" + server, alice)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .method(
                    "PATCH",
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"description\":null,\"name\":\"New\"}")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(server.toString());
    assertThat(node.behind().commandsSeen())
        .extracting(command -> (Object) command.getPayload())
        .containsExactly(
            new EditServer(new ServerId(server), alice, "New", new NewText(null), null, null));
    assertThat(lastCommand().getMetaData()).containsEntry(MessageKeys.IDEMPOTENCY_KEY, "k");
  }

  @Test
  void shouldSetTextThatMayBeClearedToo() {
    node.behind().handle(EditServer.class, _ -> "");
    UUID server = UUID.randomUUID();

    Reply reply =
        node.send("PATCH", "/api/servers/" + server, alice, "{\"description\":\"All new\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(lastCommand().getPayload())
        .isEqualTo(
            new EditServer(new ServerId(server), alice, null, new NewText("All new"), null, null));
  }

  @Test
  void shouldRefuseWhatIsNoTextWhereNullIsTaken() {
    for (String value : List.of("1", "true", "[]", "{}", "[\"a\"]")) {
      Reply reply =
          node.send(
              "PATCH",
              "/api/servers/" + UUID.randomUUID(),
              alice,
              "{\"description\":" + value + "}");

      assertThat(reply.status()).as(value).isEqualTo(400);
      assertThat(reply.json().path("errors").path(0).path("field").asString())
          .isEqualTo("description");
    }
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @Test
  void shouldAnswerHeadLikeGetWithoutBody() {
    Reply get = node.send(node.anonymous("/api/openapi.json"));
    Reply head =
        node.send(
            node.anonymous("/api/openapi.json")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.response().body()).isEmpty();
  }

  @Test
  void shouldNotOpenFeedForItsHead() {
    Reply head =
        node.send(
            node.request("/api/feed", alice)
                .header("Accept", "text/event-stream")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET");
  }

  @Test
  void shouldRefusePatchThatChangesNothing() {
    String server = "/api/servers/" + UUID.randomUUID();
    for (String path :
        List.of(
            server, server + "/roles/" + UUID.randomUUID(), "/api/channels/" + UUID.randomUUID())) {
      Reply reply = node.send("PATCH", path, alice, "{}");

      assertThat(reply.status()).as(path).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("request.empty");
    }
  }

  @Test
  void shouldCreatePrivateVoiceChannel() {
    ChannelId channel = new ChannelId(node.ids().next());
    UUID server = UUID.randomUUID();
    node.behind().handle(CreateChannel.class, _ -> channel);

    Reply reply =
        node.send(
            "POST",
            path("/api/servers/%s/channels", server),
            alice,
            "{\"name\":\"den\",\"type\":\"voice\",\"private\":true}");

    assertThat(reply.status()).isEqualTo(201);
    CreateChannel command = (CreateChannel) lastCommand().getPayload();
    assertThat(command.isPrivate()).isTrue();
    assertThat(command.parentId()).isNull();
  }

  @Test
  void shouldReadPageOfMessagesAsApiSays() {
    MessageId id = new MessageId(node.ids().next());
    ChannelId channel = new ChannelId(node.ids().next());
    node.behind()
        .answer(
            ListChannelMessages.class,
            MessagePage.class,
            _ ->
                new MessagePage(
                    List.of(
                        new MessageView(
                            id,
                            channel,
                            new AuthorView(alice, "alice", "Alice A", null, AuthorKind.USER),
                            "héllo",
                            Instant.parse("2026-01-02T03:04:05.000006Z"),
                            null,
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            false)),
                    true,
                    false,
                    7));

    Reply reply =
        node.get(
            path("/api/channels/%s/messages?before=%s&limit=100", channel.value(), id.value()),
            alice);

    assertThat(reply.response().body())
        .isEqualTo(
            ("{\"items\":[{\"id\":\"%s\",\"channelId\":\"%s\",\"author\":{\"id\":\"%s\","
                    + "\"username\":\"alice\",\"displayName\":\"Alice A\",\"kind\":\"user\"},"
                    + "\"content\":\"héllo\",\"createdAt\":\"2026-01-02T03:04:05.000006Z\","
                    + "\"mentions\":[],\"attachments\":[],\"reactions\":[],\"pinned\":false}],"
                    + "\"hasBefore\":true,\"hasAfter\":false,\"position\":7}")
                .formatted(id.value(), channel.value(), alice.value()));
    assertThat(node.behind().lastQuery(ListChannelMessages.class).getPayload())
        .isEqualTo(new ListChannelMessages(channel, alice, id, null, null, 100));
  }

  @Test
  void shouldRefuseTwoCursors() {
    Reply reply =
        node.get(
            path(
                "/api/channels/%s/messages?before=%s&after=%s",
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
            alice);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("message.page-ambiguous");
  }

  @Test
  void shouldLetEveryReaderFindWhatAnyoneWasToldOf() {
    node.behind().handle(DeleteMessage.class, _ -> "");
    for (int i = 0; i < 5; i++) {
      node.behind().publish("event " + i);
    }
    node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    node.get("/api/me", new UserId(node.ids().next()));

    assertThat(node.behind().lastQuery(FindUsers.class).getMetaData())
        .containsEntry(MessageKeys.AT_LEAST, 4L);
  }

  @Test
  void shouldPassOnThePositionThatClientAsksFor() {
    node.get("/api/me?atLeast=42", alice);

    assertThat(node.behind().lastQuery(FindUsers.class).getMetaData())
        .containsEntry(MessageKeys.AT_LEAST, 42L);
  }

  @Test
  void shouldRefusePositionThatIsNoNumber() {
    assertThat(node.get("/api/me?atLeast=4x", alice).status()).isEqualTo(400);
    assertThat(node.get("/api/me?atLeast=99999999999999999999", alice).status()).isEqualTo(400);
  }

  @Test
  void shouldTellWhoIAm() {
    Reply reply = node.get("/api/me", alice);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(alice.value().toString());
    assertThat(reply.json().has("avatarUrl")).isFalse();
  }

  @Test
  void shouldSignUpWithoutTokenAndFindTheUserAtOnce() {
    UserId bob = new UserId(node.ids().next());
    node.registering(
        account -> {
          node.behind().publish(new UserRegistered(bob, account.username() + "", "Bob", "B"));
          return bob;
        });

    Reply reply =
        node.send(
            node.anonymous("/api/registrations")
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"bob\",\"password\":\"correct horse\"}")));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.response().body()).isEqualTo("{\"userId\":\"" + bob.value() + "\"}");
    assertThat(node.registered().getFirst().email()).isNull();
    node.get("/api/me", bob);
    assertThat(node.behind().lastQuery(FindUsers.class).getMetaData())
        .containsEntry(MessageKeys.AT_LEAST, 0L);
  }

  @Test
  void shouldTellWhichFieldsAreAtFault() {
    node.behind().refuse(SendMessage.class, new MessageError.TooLong(4000));
    String path = path("/api/channels/%s/messages", UUID.randomUUID());

    Reply reply = node.send("POST", path, alice, "{\"content\":\"long\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("type").asString()).isEqualTo("/problems/message.too-long");
    assertThat(reply.json().path("title").asString()).isEqualTo("Bad Request");
    assertThat(reply.json().path("instance").asString()).isEqualTo(path);
    assertThat(reply.json().path("requestId").asString()).isEqualTo(reply.header("X-Request-Id"));
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo("content");
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void shouldGiveEachKindOfRefusalItsStatus(ErrorKind kind) {
    node.behind()
        .refuse(DeleteMessage.class, new ErrorPayload("some.code", kind, "Detail.", List.of()));

    Reply reply = node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    assertThat(reply.status())
        .isEqualTo(
            switch (kind) {
              case INVALID -> 400;
              case FORBIDDEN -> 403;
              case NOT_FOUND -> 404;
              case CONFLICT -> 409;
              case GONE -> 410;
              case TOO_LARGE -> 413;
              case UNPROCESSABLE -> 422;
              case LIMITED -> 429;
              case UNAVAILABLE -> 503;
            });
    assertThat(reply.code()).isEqualTo("some.code");
    assertThat(reply.header("Retry-After").isEmpty())
        .isEqualTo(kind != ErrorKind.LIMITED && kind != ErrorKind.UNAVAILABLE);
    if (kind == ErrorKind.LIMITED) {
      requireLimited(reply, "some.code", "some.code", 1);
    }
  }

  @Test
  void shouldTellThatReusedIdempotencyKeyIsRefused() {
    node.behind().refuse(DeleteMessage.class, new CommonError.IdempotencyKeyReused());

    Reply reply = node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    assertThat(reply.status()).isEqualTo(422);
  }

  @Test
  void shouldTellNothingOfWhatWentWrongInside() {
    node.behind()
        .handle(
            DeleteMessage.class,
            _ -> {
              throw new IllegalStateException("jdbc:secret");
            });

    Reply reply = node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo("internal");
    assertThat(reply.response().body()).doesNotContain("secret", "Exception", "java");
    assertThat(reply.json().path("requestId").asString()).isNotBlank();
  }

  @Test
  void shouldSayUnavailableWhenNobodyHandlesCommand() {
    Reply reply = node.send(node.request("/api/messages/" + UUID.randomUUID(), alice).DELETE());

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void shouldKeepSaneRequestIdOnly() {
    assertThat(
            node.send(node.request("/api/me", alice).header("X-Request-Id", "trace-12345678"))
                .header("X-Request-Id"))
        .isEqualTo("trace-12345678");
    assertThat(
            node.send(node.request("/api/me", alice).header("X-Request-Id", "no spaces allowed"))
                .header("X-Request-Id"))
        .hasSize(36);
  }

  @Test
  void shouldCreateRole() {
    RoleId role = new RoleId(node.ids().next());
    ServerId server = new ServerId(node.ids().next());
    node.behind().handle(CreateRole.class, _ -> role);

    Reply reply =
        node.send(
            "POST",
            path("/api/servers/%s/roles", server.value()),
            alice,
            "{\"name\":\"Staff\",\"colour\":\"#112233\",\"permissions\":[\"SPEAK\",\"VIDEO\"]}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location"))
        .isEqualTo("/api/servers/" + server.value() + "/roles/" + role.value());
    assertThat(lastCommand().getPayload())
        .isEqualTo(
            new CreateRole(
                server,
                alice,
                "Staff",
                "#112233",
                PermissionSet.of(Permission.SPEAK, Permission.VIDEO)));
  }

  @Test
  void shouldCreateRoleThatAllowsNothingUnlessTold() {
    node.behind().handle(CreateRole.class, _ -> new RoleId(node.ids().next()));

    node.send(
        "POST", path("/api/servers/%s/roles", UUID.randomUUID()), alice, "{\"name\":\"Staff\"}");

    assertThat(lastCommand().getPayload())
        .isInstanceOfSatisfying(
            CreateRole.class,
            command -> {
              assertThat(command.colour()).isNull();
              assertThat(command.permissions()).isEqualTo(PermissionSet.NONE);
            });
  }

  @Test
  void shouldChangeRoleByOneCommand() {
    ServerId server = new ServerId(node.ids().next());
    RoleId role = new RoleId(node.ids().next());
    node.behind().handle(EditRole.class, _ -> "");

    Reply reply =
        node.send(
            "PATCH",
            path("/api/servers/%s/roles/%s", server.value(), role.value()),
            alice,
            "{\"permissions\":[],\"colour\":null,\"name\":\"New\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asString()).isEqualTo(role.value().toString());
    assertThat(node.behind().commandsSeen())
        .extracting(command -> (Object) command.getPayload())
        .containsExactly(
            new EditRole(server, alice, role, "New", new NewText(null), PermissionSet.NONE));
  }

  @Test
  void shouldOrderDeleteGiveAndTakeRoles() {
    ServerId server = new ServerId(node.ids().next());
    RoleId role = new RoleId(node.ids().next());
    RoleId other = new RoleId(node.ids().next());
    UserId bob = new UserId(node.ids().next());
    node.behind().handle(ReorderRoles.class, _ -> "");
    node.behind().handle(DeleteRole.class, _ -> "");
    node.behind().handle(GiveRole.class, _ -> "");
    node.behind().handle(TakeRole.class, _ -> "");
    node.behind().handle(SetMemberRoles.class, _ -> "");
    String roles = path("/api/servers/%s/roles", server.value());
    String member = path("/api/servers/%s/members/%s", server.value(), bob.value());
    String held = member + "/roles/" + role.value();
    String both = path("[\"%s\",\"%s\"]", role.value(), other.value());

    for (Reply reply :
        List.of(
            node.send("PATCH", roles, alice, "{\"order\":" + both + "}"),
            node.send(node.request(roles + "/" + role.value(), alice).DELETE()),
            node.send(
                node.request(held, alice).PUT(java.net.http.HttpRequest.BodyPublishers.noBody())),
            node.send(node.request(held, alice).DELETE()),
            node.send("PATCH", member, alice, "{\"roles\":" + both + "}"))) {
      assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    }

    assertThat(node.behind().commandsSeen())
        .extracting(command -> (Object) command.getPayload())
        .containsExactly(
            new ReorderRoles(server, alice, List.of(role, other)),
            new DeleteRole(server, alice, role),
            new GiveRole(server, alice, bob, role),
            new TakeRole(server, alice, bob, role),
            new SetMemberRoles(server, alice, bob, List.of(role, other)));
  }

  @Test
  void shouldListRoles() {
    ServerId server = new ServerId(node.ids().next());
    node.behind()
        .answer(
            ListRoles.class,
            RolePage.class,
            query ->
                new RolePage(
                    List.of(
                        new RoleView(
                            RoleId.everyone(query.serverId()),
                            query.serverId(),
                            "@everyone",
                            null,
                            PermissionSet.of(Permission.SPEAK),
                            0)),
                    7));

    Reply reply = node.send(node.request("/api/servers/" + server.value() + "/roles", alice));

    assertThat(reply.response().body())
        .isEqualTo(
            "{\"items\":[{\"id\":\"%1$s\",\"serverId\":\"%1$s\",\"name\":\"@everyone\",\"permissions\":[\"SPEAK\"],\"order\":0}],\"position\":7}"
                .formatted(server.value()));
  }

  @Test
  void shouldOverwriteAndSyncChannels() {
    ChannelId channel = new ChannelId(node.ids().next());
    UUID target = node.ids().next();
    node.behind().handle(SetChannelOverwrite.class, _ -> "");
    node.behind().handle(RemoveChannelOverwrite.class, _ -> "");
    node.behind().handle(SyncChannel.class, _ -> "");
    String overwrites = path("/api/channels/%s/overwrites", channel.value());

    for (Reply reply :
        List.of(
            node.send(
                "PUT",
                overwrites + "/" + target,
                alice,
                "{\"allow\":[\"SPEAK\"],\"deny\":[\"VIDEO\"]}"),
            node.send(node.request(overwrites + "/" + target, alice).DELETE()),
            node.send(node.request(overwrites, alice).DELETE()))) {
      assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
      assertThat(reply.json().path("id").asString()).isEqualTo(channel.value().toString());
    }

    assertThat(node.behind().commandsSeen())
        .extracting(command -> (Object) command.getPayload())
        .containsExactly(
            new SetChannelOverwrite(
                channel,
                alice,
                target,
                PermissionSet.of(Permission.SPEAK),
                PermissionSet.of(Permission.VIDEO)),
            new RemoveChannelOverwrite(channel, alice, target),
            new SyncChannel(channel, alice));
  }

  @Test
  void shouldShowOverwrites() {
    ChannelId channel = new ChannelId(node.ids().next());
    UUID target = node.ids().next();
    node.behind()
        .answer(
            GetChannelOverwrites.class,
            ChannelOverwritesView.class,
            query ->
                new ChannelOverwritesView(
                    query.channelId(),
                    true,
                    List.of(
                        new ChannelOverwritesView.Item(
                            target,
                            OverwriteKind.MEMBER,
                            PermissionSet.of(Permission.SPEAK),
                            PermissionSet.NONE)),
                    7));

    Reply reply =
        node.send(node.request("/api/channels/" + channel.value() + "/overwrites", alice));

    assertThat(reply.response().body())
        .isEqualTo(
            "{\"channelId\":\"%s\",\"synced\":true,\"items\":[{\"id\":\"%s\",\"kind\":\"member\",\"allow\":[\"SPEAK\"],\"deny\":[]}],\"position\":7}"
                .formatted(channel.value(), target));
  }
}
