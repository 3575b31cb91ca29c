package io.beep.query.permission;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static io.beep.query.shared.World.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.permission.GetChannelPermissions;
import io.beep.coreapi.permission.GetServerPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.permission.PermissionStepView;
import io.beep.coreapi.permission.PermissionView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Ground;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PermissionQueriesIT {

  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId manager = world.user("manager");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.privateServer(owner);
  private final RoleId everyone = RoleId.everyone(server);
  private final PermissionQueries queries =
      new PermissionQueries(world.readModel(), world.barrier(), World.CLOCK);

  @BeforeEach
  void join() {
    world.member(server, member);
    world.member(server, manager, world.role(server, Permission.MANAGE_ROLES));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<MemberPermissionsView> inChannel(
      ChannelId channel, UserId told, UserId asking) {
    return queries.answer(new GetChannelPermissions(channel, told, asking), null);
  }

  private CompletableFuture<MemberPermissionsView> inServer(UserId told, UserId asking) {
    return queries.answer(new GetServerPermissions(server, told, asking), null);
  }

  private static PermissionView of(Permission permission, MemberPermissionsView view) {
    return view.permissions().stream()
        .filter(one -> one.permission() == permission)
        .findAny()
        .orElseThrow();
  }

  @Nested
  class WhenItIsAboutAChannel {

    @Test
    void shouldTellEachStepWithTheNamesOfRoles() {
      RoleId writers = world.role(server, "Writers", null, 1);
      UserId ada = world.user("ada");
      world.member(server, ada, writers);
      ChannelId news = world.channel(server);
      world.overwrite(news, server, "role", server.value(), PermissionSet.NONE, SENDING);
      world.overwrite(news, server, "role", writers.value(), SENDING, PermissionSet.NONE);

      MemberPermissionsView view = answered(inChannel(news, ada, manager));

      assertThat(of(Permission.SEND_MESSAGES, view).allowed()).isTrue();
      assertThat(of(Permission.SEND_MESSAGES, view).steps())
          .containsExactly(
              new PermissionStepView(Ground.ROLE, true, everyone, "@everyone", false),
              new PermissionStepView(
                  Ground.EVERYONE_OVERWRITE, false, everyone, "@everyone", false),
              new PermissionStepView(Ground.ROLE_OVERWRITE, true, writers, "Writers", true));
      assertThat(of(Permission.MANAGE_CHANNELS, view).steps())
          .containsExactly(new PermissionStepView(Ground.NO_ROLE, false, null, null, true));
      assertThat(view.displayName()).isEqualTo("ada the Great");
      assertThat(view.channelId()).isEqualTo(news);
      assertThat(view.folderId()).isNull();
      assertThat(view.position()).isEqualTo(100);
    }

    @Test
    void shouldNameTheFolderWhoseOverwritesCount() {
      ChannelId folder = world.channel(server, "folder", null);
      ChannelId inside = world.channel(server, "text", folder);
      world.overwrite(folder, server, "member", member.value(), PermissionSet.NONE, SENDING);

      MemberPermissionsView synced = answered(inChannel(inside, member, owner));
      assertThat(synced.folderId()).isEqualTo(folder);
      assertThat(synced.folderName()).isEqualTo("channel");
      assertThat(of(Permission.SEND_MESSAGES, synced).steps().getLast().ground())
          .isEqualTo(Ground.MEMBER_OVERWRITE);

      world.unsync(inside);
      MemberPermissionsView own = answered(inChannel(inside, member, owner));
      assertThat(own.folderId()).isNull();
      assertThat(of(Permission.SEND_MESSAGES, own).allowed()).isTrue();
    }

    @Test
    void shouldTellOfOneWhoDoesNotSeeIt() {
      ChannelId hidden = world.hiddenChannel(server);

      MemberPermissionsView view = answered(inChannel(hidden, member, owner));

      assertThat(view.permissions()).noneMatch(PermissionView::allowed);
      assertThat(of(Permission.SEND_MESSAGES, view).steps().getLast().ground())
          .isEqualTo(Ground.HIDDEN);
    }

    @Test
    void shouldBeForWhoSeesItAndManagesRoles() {
      ChannelId open = world.channel(server);
      ChannelId hidden = world.hiddenChannel(server);

      refusedWith("permission.missing", inChannel(open, owner, member));
      refusedWith("channel.not-found", inChannel(hidden, member, manager));
      refusedWith("channel.not-found", inChannel(open, member, stranger));
      refusedWith("channel.not-found", inChannel(new ChannelId(world.nextId()), member, owner));
      refusedWith("membership.not-found", inChannel(open, stranger, manager));
      assertThat(answered(inChannel(open, member, manager)).userId()).isEqualTo(member);
    }
  }

  @Nested
  class WhenItIsAboutTheServer {

    @Test
    void shouldTellOfEveryPermission() {
      MemberPermissionsView view = answered(inServer(owner, manager));

      assertThat(view.permissions()).hasSize(Permission.values().length);
      assertThat(of(Permission.BAN_MEMBERS, view).steps())
          .containsExactly(new PermissionStepView(Ground.OWNER, true, null, null, true));
      assertThat(view.channelId()).isNull();
    }

    @Test
    void shouldTellUntilWhenSomeoneIsTimedOut() {
      world
          .jdbc()
          .update(
              "update membership set timed_out_until = ? where user_id = ?",
              NOW.plusSeconds(60).atOffset(ZoneOffset.UTC),
              member.value());

      MemberPermissionsView view = answered(inServer(member, manager));

      assertThat(view.timedOutUntil()).isEqualTo(NOW.plusSeconds(60));
      assertThat(of(Permission.SEND_MESSAGES, view).steps().getLast().ground())
          .isEqualTo(Ground.TIME_OUT);
      assertThat(of(Permission.VIEW_CHANNEL, view).allowed()).isTrue();
    }

    @Test
    void shouldBeForWhoManagesRoles() {
      refusedWith("permission.missing", inServer(owner, member));
      refusedWith("server.not-found", inServer(owner, stranger));
      refusedWith("membership.not-found", inServer(stranger, manager));
      world.jdbc().update("update server set visibility = 'public'");
      refusedWith("permission.missing", inServer(owner, stranger));
      refusedWith(
          "server.not-found",
          queries.answer(
              new GetServerPermissions(new ServerId(world.nextId()), owner, owner), null));
    }
  }
}
