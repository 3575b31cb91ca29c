package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.AuditTargetView;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.RepeatUndo;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.PutChannelBack;
import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.channel.SyncChannel;
import io.beep.coreapi.channel.UnsyncChannel;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.RestoreInvitation;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.moderation.EditForbiddenWords;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.DescribeServer;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LiftTimeout;
import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.server.RestoredMember;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.TakeBackBan;
import io.beep.coreapi.server.TakeBackKick;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Setting back what was done to a server. */
class UndoEndpointsTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final UUID TARGET = new UUID(1, 1);
  private static final UUID RELATED = new UUID(1, 2);
  private static final PermissionSet SPEAK = PermissionSet.of(Permission.SPEAK);

  @TempDir static Path web;

  private final Map<Long, AuditEntryView> acts = new ConcurrentHashMap<>();
  private Map<String, Object> after = Map.of();
  private GatewayNode node;
  private UserId alice;
  private ServerId server;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    node.behind()
        .answer(
            GetUndo.class,
            UndoView.class,
            query -> {
              AuditEntryView act = acts.get(query.position());
              if (act == null) {
                throw new DomainException(new CommonError.NotFound("audit-entry"));
              }
              if (act.undoneBy() != null) {
                throw new DomainException(new AuditError.UndoneAlready());
              }
              return new UndoView(act, 50);
            });
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private AuditEntryView act(
      long position, String action, String target, @Nullable Map<String, Object> before) {
    AuditEntryView act =
        new AuditEntryView(
            position,
            AT,
            new AuthorView(alice, "alice", "Alice", null, AuthorKind.USER),
            action,
            new AuditTargetView("kind", target, null),
            new AuditTargetView("kind", RELATED.toString(), null),
            before,
            after,
            null,
            null,
            null,
            false);
    acts.put(position, act);
    return act;
  }

  private Reply undo(long position) {
    return node.send(
        node.request("/api/servers/" + server.value() + "/audit-log/" + position + "/undo", alice)
            .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
  }

  private Command sentFor(String action, @Nullable Map<String, Object> before) {
    act(7, action, TARGET.toString(), before);
    Reply reply = undo(7);
    assertThat(reply.status()).isEqualTo(200);
    var sent = node.behind().commandsSeen().getLast();
    assertThat(sent.getMetaData()).containsEntry(MessageKeys.UNDOES, 7L);
    return (Command) sent.getPayload();
  }

  private void accept(List<Class<? extends Command>> commands) {
    commands.forEach(command -> node.behind().handle(command, _ -> "done"));
  }

  @Test
  void shouldSetBackWhatWasChanged() {
    accept(
        List.of(
            RenameServer.class,
            DescribeServer.class,
            RenameRole.class,
            RecolourRole.class,
            SetRolePermissions.class,
            ReorderRoles.class,
            RenameChannel.class,
            SetChannelTopic.class,
            SetChannelSlowMode.class,
            TagServer.class,
            SetServerVisibility.class));
    RoleId role = new RoleId(TARGET);
    ChannelId channel = new ChannelId(TARGET);
    Map<String, Object> name = Map.of("name", "old");

    assertThat(sentFor("server.ServerRenamed", name))
        .isEqualTo(new RenameServer(server, alice, "old"));
    assertThat(sentFor("server.ServerDescribed", Map.of()))
        .isEqualTo(new DescribeServer(server, alice, null));
    assertThat(sentFor("server.RoleRenamed", name))
        .isEqualTo(new RenameRole(server, alice, role, "old"));
    assertThat(sentFor("server.RoleRecoloured", Map.of("colour", "#000000")))
        .isEqualTo(new RecolourRole(server, alice, role, "#000000"));
    assertThat(sentFor("server.RolePermissionsSet", Map.of("permissions", List.of("SPEAK"))))
        .isEqualTo(new SetRolePermissions(server, alice, role, SPEAK));
    assertThat(sentFor("server.RolesReordered", Map.of("order", List.of(TARGET.toString()))))
        .isEqualTo(new ReorderRoles(server, alice, List.of(role)));
    assertThat(sentFor("channel.ChannelRenamed", name))
        .isEqualTo(new RenameChannel(channel, alice, "old"));
    assertThat(sentFor("channel.ChannelTopicSet", Map.of()))
        .isEqualTo(new SetChannelTopic(channel, alice, null));
    assertThat(sentFor("channel.ChannelSlowModeSet", Map.of("seconds", 30)))
        .isEqualTo(new SetChannelSlowMode(channel, alice, 30));
    assertThat(sentFor("channel.ChannelSlowModeSet", Map.of()))
        .isEqualTo(new SetChannelSlowMode(channel, alice, 0));
    assertThat(sentFor("server.ServerTagged", Map.of("tags", List.of("games"))))
        .isEqualTo(new TagServer(server, alice, List.of("games")));
    assertThat(sentFor("server.ServerVisibilitySet", Map.of("visibility", "private")))
        .isEqualTo(new SetServerVisibility(server, alice, Visibility.PRIVATE));
  }

  @Test
  void shouldSendWhatUndoesAnActWithTheKeyOfItsRequest() {
    accept(List.of(RenameServer.class));
    act(7, "server.ServerRenamed", TARGET.toString(), Map.of("name", "old"));

    Reply reply =
        node.send(
            node.request("/api/servers/" + server.value() + "/audit-log/7/undo", alice)
                .header("Idempotency-Key", "k")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(node.behind().commandsSeen().getLast().getMetaData())
        .containsEntry(MessageKeys.IDEMPOTENCY_KEY, "k");
  }

  @Test
  void shouldGiveBackAndTakeBack() {
    accept(
        List.of(
            GiveRole.class,
            TakeRole.class,
            SetChannelOverwrite.class,
            RemoveChannelOverwrite.class));
    UserId member = new UserId(TARGET);
    RoleId role = new RoleId(RELATED);
    ChannelId channel = new ChannelId(TARGET);

    assertThat(sentFor("server.RoleGiven", null))
        .isEqualTo(new TakeRole(server, alice, member, role));
    assertThat(sentFor("server.RoleTaken", Map.of("role", RELATED.toString())))
        .isEqualTo(new GiveRole(server, alice, member, role));
    assertThat(sentFor("channel.ChannelOverwriteSet", null))
        .isEqualTo(new RemoveChannelOverwrite(channel, alice, RELATED));
    assertThat(
            sentFor(
                "channel.ChannelOverwriteRemoved",
                Map.of("allow", List.of("SPEAK"), "deny", List.of())))
        .isEqualTo(new SetChannelOverwrite(channel, alice, RELATED, SPEAK, PermissionSet.NONE));
  }

  @Test
  void shouldBringBackWhatWasDeletedAndDeleteWhatWasMade() {
    accept(List.of(RestoreRole.class, DeleteRole.class, RestoreChannel.class, DeleteChannel.class));
    RoleId role = new RoleId(TARGET);
    ChannelId channel = new ChannelId(TARGET);

    assertThat(sentFor("server.RoleDeleted", Map.of()))
        .isEqualTo(new RestoreRole(server, alice, role));
    assertThat(sentFor("channel.ChannelDeleted", Map.of()))
        .isEqualTo(new RestoreChannel(channel, alice));
    for (String made : List.of("server.RoleCreated", "server.RoleRestored")) {
      assertThat(sentFor(made, null)).isEqualTo(new DeleteRole(server, alice, role));
    }
    for (String made : List.of("channel.ChannelCreated", "channel.ChannelRestored")) {
      assertThat(sentFor(made, null)).isEqualTo(new DeleteChannel(channel, alice));
    }
  }

  @Test
  void shouldPutBackWhereItWasAndWhomItFollowed() {
    accept(
        List.of(MoveChannel.class, PutChannelBack.class, SyncChannel.class, UnsyncChannel.class));
    ChannelId channel = new ChannelId(TARGET);
    Map<String, Object> inFolder = Map.of("parentId", RELATED.toString(), "synced", true);

    assertThat(sentFor("channel.ChannelMoved", inFolder))
        .isEqualTo(new MoveChannel(channel, alice, new ChannelId(RELATED), channel, false));
    assertThat(sentFor("channel.ChannelMoved", Map.of()))
        .isEqualTo(new MoveChannel(channel, alice, null, channel, false));
    assertThat(sentFor("channel.ChannelPlaced", Map.of("place", "a1")))
        .isEqualTo(new PutChannelBack(channel, alice, "a1"));
    assertThat(sentFor("channel.ChannelPlaced", Map.of()))
        .isEqualTo(new PutChannelBack(channel, alice, null));
    assertThat(sentFor("channel.ChannelUnsynced", inFolder))
        .isEqualTo(new SyncChannel(channel, alice));
    assertThat(sentFor("channel.ChannelSynced", Map.of("synced", false)))
        .isEqualTo(new UnsyncChannel(channel, alice, AT));
    act(8, "channel.ChannelUnsynced", TARGET.toString(), Map.of("synced", true));
    assertThat(undo(8).code()).isEqualTo("audit-log.not-undoable");
  }

  @Test
  void shouldKeepOutAndSilenceAgain() {
    accept(List.of(BanMember.class, TimeOutMember.class));
    UserId member = new UserId(TARGET);

    assertThat(sentFor("server.MemberUnbanned", Map.of("reason", "spam")))
        .isEqualTo(new BanMember(server, alice, member, "spam"));
    assertThat(sentFor("server.MemberUnbanned", Map.of()))
        .isEqualTo(new BanMember(server, alice, member, null));
    assertThat(sentFor("server.TimeoutLifted", Map.of("until", AT.toString(), "reason", "loud")))
        .isEqualTo(new TimeOutMember(server, alice, member, AT, null, "loud"));
  }

  @Test
  void shouldSetBackHowAServerKeepsItselfSafe() {
    accept(List.of(LimitNewMembers.class, EditForbiddenWords.class));

    assertThat(sentFor("moderation.NewMemberLimitSet", null))
        .isEqualTo(new LimitNewMembers(server, alice, 0));
    assertThat(sentFor("moderation.NewMemberLimitSet", Map.of("seconds", 600)))
        .isEqualTo(new LimitNewMembers(server, alice, 600));
    assertThat(
            sentFor(
                "moderation.WordsAllowed", Map.of("word:name", "block", "word:umbrella", "report")))
        .isEqualTo(
            new EditForbiddenWords(server, alice, List.of("name"), List.of("umbrella"), List.of()));
    after = Map.of("word:new", "block", "word:old", "block");
    assertThat(sentFor("moderation.WordsForbidden", Map.of("word:old", "report")))
        .isEqualTo(
            new EditForbiddenWords(server, alice, List.of(), List.of("old"), List.of("new")));
    after = Map.of("words", List.of("as told once"), "action", "block");
    act(8, "moderation.WordsForbidden", TARGET.toString(), null);
    assertThat(undo(8).code()).isEqualTo("audit-log.not-undoable");
  }

  @Test
  void shouldLetBackInAndLetSpeak() {
    accept(List.of(TakeBackBan.class, TakeBackKick.class, LiftTimeout.class));
    accept(List.of(KickMember.class));
    UserId member = new UserId(TARGET);

    assertThat(sentFor("server.MemberBanned", null))
        .isEqualTo(new TakeBackBan(server, alice, member));
    assertThat(sentFor("server.MemberKicked", null))
        .isEqualTo(new TakeBackKick(server, alice, member));
    assertThat(sentFor("server.MemberRestored", null))
        .isEqualTo(new KickMember(server, alice, member, null));
    assertThat(sentFor("server.TimeoutImposed", null))
        .isEqualTo(new LiftTimeout(server, alice, member));
    assertThat(sentFor("server.TimeoutImposed", Map.of("until", AT.toString())))
        .isEqualTo(new LiftTimeout(server, alice, member));
    act(
        8,
        "server.TimeoutImposed",
        TARGET.toString(),
        Map.of("until", AT.plusMillis(1).toString()));
    assertThat(undo(8).code()).isEqualTo("audit-log.not-undoable");
  }

  @Test
  void shouldSayWhichRolesSomeoneDidNotGetBack() {
    RoleId role = new RoleId(RELATED);
    node.behind().handle(TakeBackBan.class, _ -> new RestoredMember(true, List.of(role)));
    node.behind().handle(TakeBackKick.class, _ -> new RestoredMember(true, List.of()));
    act(8, "server.MemberBanned", TARGET.toString(), null);
    act(9, "server.MemberKicked", TARGET.toString(), null);

    JsonNode missing = undo(8).json().path("missingRoles");
    assertThat(missing.size()).isEqualTo(1);
    assertThat(missing.path(0).asString()).isEqualTo(RELATED.toString());
    assertThat(undo(9).json().has("missingRoles")).isFalse();
  }

  @Test
  void shouldWithdrawAnInvitationOfSomebody() {
    accept(List.of(RevokeMemberInvitation.class));

    assertThat(sentFor("invitation.MemberInvited", null))
        .isEqualTo(new RevokeMemberInvitation(server, alice, new UserId(TARGET)));
  }

  @Test
  void shouldRevokeAnInvitationWhoseCodeIsKnown() {
    accept(List.of(RevokeInvitation.class, RestoreInvitation.class));
    act(8, "invitation.InvitationCreated", "7kQ2mXw9Za", null);
    act(9, "invitation.InvitationCreated", "7kQ…", null);

    Reply reply = undo(8);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("undone").asLong()).isEqualTo(8);
    assertThat(node.behind().commandsSeen().getLast().getPayload())
        .isEqualTo(new RevokeInvitation(InvitationCode.of("7kQ2mXw9Za"), alice));
    act(10, "invitation.InvitationRevoked", "7kQ2mXw9Za", Map.of());
    assertThat(undo(10).status()).isEqualTo(200);
    assertThat(node.behind().commandsSeen().getLast().getPayload())
        .isEqualTo(new RestoreInvitation(InvitationCode.of("7kQ2mXw9Za"), alice));
    assertThat(undo(9).code()).isEqualTo("audit-log.not-undoable");
  }

  @Test
  void shouldRefuseWhatCannotBeUndone() {
    act(7, "server.OwnershipTransferred", TARGET.toString(), Map.of());

    assertThat(undo(7).status()).isEqualTo(409);
    assertThat(undo(7).code()).isEqualTo("audit-log.not-undoable");
    assertThat(undo(6).status()).isEqualTo(404);
    assertThat(
            node.send("POST", "/api/servers/" + server.value() + "/audit-log/x/undo", alice, "")
                .status())
        .isEqualTo(404);
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  /** The first answer was lost; the bus answers by the receipt that the key has. */
  @Test
  void shouldAnswerAgainAsTheFirstTimeUnderTheSameKey() {
    RoleId role = new RoleId(RELATED);
    List<String> receipts = new ArrayList<>();
    node.behind()
        .handle(
            TakeBackBan.class,
            command -> {
              receipts.add(keyOfLastCommand());
              return new RestoredMember(true, List.of(role));
            });
    node.behind().handle(RepeatUndo.class, _ -> repeated(receipts, role));
    AuditEntryView act = act(8, "server.MemberBanned", TARGET.toString(), null);
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            _ -> new AuditLogPage(List.copyOf(acts.values()), null, null, 50));
    String one = "/api/servers/" + server.value() + "/audit-log/8/undo";
    String all = "/api/servers/" + server.value() + "/audit-log/undo";
    String wish = "{\"actor\":\"" + alice.value() + "\",\"since\":\"" + AT + "\"}";
    JsonNode first = keyed(one, "a", "").json();
    JsonNode firstOfAll = keyed(all, "c", wish).json();
    undone(act);

    assertThat(keyed(one, "a", "").json()).isEqualTo(first);
    assertThat(keyed(one, "b", "").code()).isEqualTo("audit-log.undone-already");
    assertThat(undo(8).code()).isEqualTo("audit-log.undone-already");
    assertThat(firstOfAll.path("items")).hasSize(1);
    assertThat(keyed(all, "c", wish).json()).isEqualTo(firstOfAll);
    assertThat(keyed(all, "d", wish).json().path("items")).isEmpty();
  }

  private RestoredMember repeated(List<String> receipts, RoleId role) {
    if (!receipts.contains(keyOfLastCommand())) {
      throw new DomainException(new AuditError.UndoneAlready());
    }
    return new RestoredMember(true, List.of(role));
  }

  private String keyOfLastCommand() {
    return String.valueOf(
        node.behind().commandsSeen().getLast().getMetaData().get(MessageKeys.IDEMPOTENCY_KEY));
  }

  private void undone(AuditEntryView act) {
    acts.put(
        act.position(),
        new AuditEntryView(
            act.position(),
            AT,
            act.actor(),
            act.action(),
            act.target(),
            act.related(),
            act.before(),
            act.after(),
            null,
            null,
            9L,
            false));
  }

  private Reply keyed(String path, String key, String body) {
    return node.send(
        node.request(path, alice)
            .header("Idempotency-Key", key.repeat(16))
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void shouldUndoAllThatSomeoneDidWithAResultForEach() {
    node.behind().handle(RenameChannel.class, _ -> "done");
    node.behind()
        .handle(
            RenameServer.class,
            _ -> {
              throw new DomainException(new CommonError.Forbidden("MANAGE_SERVER"));
            });
    AuditEntryView undone = act(6, "channel.ChannelRenamed", TARGET.toString(), Map.of());
    AuditEntryView marked =
        new AuditEntryView(
            6, AT, undone.actor(), undone.action(), null, null, null, null, null, null, 9L, false);
    List<AuditEntryView> log =
        List.of(
            act(8, "channel.ChannelRenamed", TARGET.toString(), Map.of("name", "b")),
            act(7, "channel.ChannelRenamed", TARGET.toString(), Map.of("name", "a")),
            marked,
            act(5, "server.ServerRenamed", "s", Map.of("name", "old")),
            act(4, "server.OwnershipTransferred", "r", Map.of()));
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            query -> {
              assertThat(query.filter())
                  .isEqualTo(new ListAuditLog.Filter(alice, null, null, AT, null));
              return new AuditLogPage(log, null, null, 50);
            });

    Reply reply =
        node.send(
            "POST",
            "/api/servers/" + server.value() + "/audit-log/undo",
            alice,
            "{\"actor\":\"" + alice.value() + "\",\"since\":\"" + AT + "\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().body())
        .isEqualTo(
            "{\"items\":["
                + "{\"position\":8,\"action\":\"channel.ChannelRenamed\",\"undone\":true},"
                + "{\"position\":7,\"action\":\"channel.ChannelRenamed\",\"undone\":true},"
                + "{\"position\":5,\"action\":\"server.ServerRenamed\",\"undone\":false,"
                + "\"code\":\"permission.missing\"},"
                + "{\"position\":4,\"action\":\"server.OwnershipTransferred\",\"undone\":false,"
                + "\"code\":\"audit-log.not-undoable\"}],\"more\":false}");
    assertThat(node.behind().commandsSeen())
        .extracting(sent -> (Object) sent.getPayload())
        .startsWith(
            new RenameChannel(new ChannelId(TARGET), alice, "b"),
            new RenameChannel(new ChannelId(TARGET), alice, "a"));
  }

  /** 500 acts that nothing undoes lie on top of 150 that can be. */
  @Test
  void shouldGetBeneathWhatCannotBeUndone() {
    node.behind().handle(RenameChannel.class, _ -> "done");
    List<AuditEntryView> log = new ArrayList<>();
    for (long position = 650; position > 150; position--) {
      log.add(act(position, "server.OwnershipTransferred", TARGET.toString(), Map.of()));
    }
    for (long position = 150; position > 0; position--) {
      log.add(act(position, "channel.ChannelRenamed", TARGET.toString(), Map.of("name", "before")));
    }
    node.behind()
        .answer(
            ListAuditLog.class,
            AuditLogPage.class,
            query -> {
              Long before = query.before();
              List<AuditEntryView> older =
                  log.stream().filter(act -> before == null || act.position() < before).toList();
              List<AuditEntryView> page = older.subList(0, Math.min(query.limit(), older.size()));
              return new AuditLogPage(
                  page, older.size() > page.size() ? page.getLast().position() : null, null, 700);
            });

    Reply hopeless = undoAllOfAlice("");
    assertThat(hopeless.json().path("items")).hasSize(500);
    assertThat(node.behind().commandsSeen()).isEmpty();
    assertThat(hopeless.json().path("more").asBoolean()).isTrue();
    assertThat(hopeless.json().path("before").asLong()).isEqualTo(151);

    Reply first = undoAllOfAlice(",\"before\":151");
    assertThat(node.behind().commandsSeen()).hasSize(100);
    assertThat(first.json().path("before").asLong()).isEqualTo(51);

    Reply last = undoAllOfAlice(",\"before\":51");
    assertThat(node.behind().commandsSeen()).hasSize(150);
    assertThat(last.json().path("items")).hasSize(50);
    assertThat(last.json().path("more").asBoolean()).isFalse();
    assertThat(last.json().has("before")).isFalse();
  }

  private Reply undoAllOfAlice(String more) {
    return node.send(
        "POST",
        "/api/servers/" + server.value() + "/audit-log/undo",
        alice,
        "{\"actor\":\"" + alice.value() + "\",\"since\":\"" + AT + "\"" + more + "}");
  }

  @Test
  void shouldRefuseAWishWithoutATime() {
    String path = "/api/servers/" + server.value() + "/audit-log/undo";

    assertThat(node.send("POST", path, alice, "{\"actor\":\"me\",\"since\":\"now\"}").status())
        .isEqualTo(400);
    assertThat(node.send("POST", path, alice, "{}").status()).isEqualTo(400);
  }
}
