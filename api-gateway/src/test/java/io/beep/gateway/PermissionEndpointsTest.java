package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.permission.GetChannelPermissions;
import io.beep.coreapi.permission.GetPermissionPreview;
import io.beep.coreapi.permission.GetServerPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.permission.PermissionPreviewView;
import io.beep.coreapi.permission.PermissionStepView;
import io.beep.coreapi.permission.PermissionView;
import io.beep.coreapi.permission.PreviewChannelView;
import io.beep.coreapi.permission.PreviewEffectView;
import io.beep.coreapi.permission.PreviewGroupView;
import io.beep.coreapi.permission.PreviewMemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Ground;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionEndpointsTest {

  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);

  @TempDir static Path web;

  private GatewayNode node;
  private UserId ada;
  private UserId grace;
  private ServerId server;
  private ChannelId channel;
  private RoleId role;
  private final List<AccessChange> asked = new ArrayList<>();

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    ada = new UserId(node.ids().next());
    grace = new UserId(node.ids().next());
    server = new ServerId(node.ids().next());
    channel = new ChannelId(node.ids().next());
    role = new RoleId(node.ids().next());
    asked.clear();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private MemberPermissionsView view(@Nullable ChannelId where, UserId member) {
    return new MemberPermissionsView(
        server,
        where,
        null,
        null,
        member,
        "grace",
        "Grace Hopper",
        null,
        List.of(
            new PermissionView(
                Permission.SEND_MESSAGES,
                false,
                List.of(
                    new PermissionStepView(Ground.ROLE_OVERWRITE, false, role, "Guests", true)))),
        7);
  }

  @Test
  void shouldTellWhy() {
    node.behind()
        .answer(
            GetChannelPermissions.class,
            MemberPermissionsView.class,
            query -> view(query.channelId(), query.userId()));
    node.behind()
        .answer(
            GetServerPermissions.class,
            MemberPermissionsView.class,
            query -> view(null, query.userId()));

    Reply inChannel =
        node.send(
            node.request(
                "/api/channels/" + channel.value() + "/permissions/" + grace.value(), ada));
    assertThat(inChannel.status()).isEqualTo(200);
    assertThat(inChannel.json().path("channelId").asString(""))
        .isEqualTo(channel.value().toString());
    assertThat(inChannel.json().path("permissions").path(0).toString())
        .isEqualTo(
            "{\"permission\":\"SEND_MESSAGES\",\"allowed\":false,\"steps\":[{"
                + "\"ground\":\"role-overwrite\",\"allows\":false,\"roleId\":\""
                + role.value()
                + "\",\"roleName\":\"Guests\",\"decides\":true}]}");

    Reply inServer =
        node.send(
            node.request("/api/servers/" + server.value() + "/permissions/" + grace.value(), ada));
    assertThat(inServer.json().path("userId").asString("")).isEqualTo(grace.value().toString());
    assertThat(inServer.json().has("channelId")).isFalse();
  }

  @Test
  void shouldAnswerForNoIdAsForAnUnknownOne() {
    assertThat(
            node.send(node.request("/api/channels/" + channel.value() + "/permissions/x", ada))
                .json()
                .path("code")
                .asString(""))
        .isEqualTo("membership.not-found");
  }

  private Reply preview(String body) {
    node.behind()
        .answer(
            GetPermissionPreview.class,
            PermissionPreviewView.class,
            query -> {
              asked.add(query.change());
              return new PermissionPreviewView(
                  query.serverId(),
                  1,
                  true,
                  List.of(
                      new PreviewGroupView(
                          1,
                          List.of(new PreviewMemberView(grace, "grace", "Grace Hopper")),
                          List.of(
                              new PreviewEffectView(
                                  List.of(new PreviewChannelView(channel, "news")),
                                  PermissionSet.NONE,
                                  SENDING)))),
                  7);
            });
    return node.send(
        "POST", "/api/servers/" + server.value() + "/permission-preview", ada, filled(body));
  }

  private String filled(String body) {
    return body.replace('\'', '"')
        .replace("$role", role.value().toString())
        .replace("$user", grace.value().toString())
        .replace("$channel", channel.value().toString());
  }

  @Test
  void shouldReadEachKindOfChange() {
    Reply reply =
        preview(
            "{'change':'overwrite-set','channelId':'$channel','targetKind':'role',"
                + "'targetId':'$role','deny':['SEND_MESSAGES']}");
    preview(
        "{'change':'overwrite-removed','channelId':'$channel','targetKind':'member','targetId':'$user'}");
    preview("{'change':'role-permissions-set','roleId':'$role','permissions':['SEND_MESSAGES']}");
    preview("{'change':'role-deleted','roleId':'$role'}");
    preview("{'change':'role-given','roleId':'$role','userId':'$user'}");
    preview("{'change':'role-taken','roleId':'$role','userId':'$user'}");
    preview("{'change':'channel-synced','channelId':'$channel'}");

    assertThat(asked)
        .containsExactly(
            new AccessChange.OverwriteSet(
                channel,
                OverwriteKind.ROLE,
                role.value(),
                new Overwrite(PermissionSet.NONE, SENDING)),
            new AccessChange.OverwriteRemoved(channel, OverwriteKind.MEMBER, grace.value()),
            new AccessChange.RolePermissionsSet(role, SENDING),
            new AccessChange.RoleDeleted(role),
            new AccessChange.RoleGiven(role, grace),
            new AccessChange.RoleTaken(role, grace),
            new AccessChange.ChannelSynced(channel));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("groups").path(0).path("effects").path(0).path("lost").toString())
        .isEqualTo("[\"SEND_MESSAGES\"]");
    assertThat(node.behind().commandsSeen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'roleId':'$role'}                                             | change
          {'change':'role-painted','roleId':'$role'}                     | change
          {'change':'role-deleted'}                                      | roleId
          {'change':'role-deleted','roleId':'x'}                         | roleId
          {'change':'role-given','roleId':'$role'}                       | userId
          {'change':'role-permissions-set','roleId':'$role'}             | permissions
          {'change':'overwrite-removed','channelId':'$channel','targetId':'$role'} | targetKind
          {'change':'role-deleted','roleId':'$role','allow':['FLY']}     | allow
          """)
  void shouldRefuseWhatIsNoChange(String body, String field) {
    Reply reply = preview(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("field").asString("")).startsWith(field);
    assertThat(asked).isEmpty();
  }
}
