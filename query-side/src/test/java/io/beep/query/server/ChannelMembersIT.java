package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.ChannelMemberPage;
import io.beep.coreapi.server.FindMembers;
import io.beep.coreapi.server.ListChannelMembers;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may see a channel; and those who are asked for by their ids. */
class ChannelMembersIT {

  private static final PermissionSet SEEING = PermissionSet.of(Permission.VIEW_CHANNEL);

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.publicServer(owner);
  private final ServerQueries queries =
      new ServerQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private ChannelMemberPage members(
      ChannelId channel, UserId asking, @Nullable UserId after, int limit) {
    return answered(queries.answer(new ListChannelMembers(channel, asking, after, limit), null));
  }

  private List<UserId> all(ChannelId channel, UserId asking, int limit) {
    List<UserId> all = new ArrayList<>();
    UserId after = null;
    do {
      ChannelMemberPage page = members(channel, asking, after, limit);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(one -> all.add(one.userId()));
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void shouldBeAllOfTheServerWhereEveryoneSeesIt() {
    world.member(server, member);
    UserId other = world.user("other");
    world.member(server, other);
    ChannelId channel = world.channel(server);

    for (int limit = 1; limit <= 4; limit++) {
      assertThat(all(channel, member, limit)).containsExactlyInAnyOrder(owner, member, other);
    }
    assertThat(members(channel, member, null, 10).serverId()).isEqualTo(server);
  }

  @Test
  void shouldBeThoseWhomThePermissionFunctionLetsSeeIt() {
    RoleId staff = world.role(server);
    RoleId chief = world.role(server, Permission.ADMINISTRATOR);
    RoleId crew = world.role(server, Permission.VIEW_CHANNEL);
    UserId byRole = world.user("by-role");
    UserId byName = world.user("by-name");
    UserId admin = world.user("admin");
    UserId shutOut = world.user("shut-out");
    UserId crewman = world.user("crewman");
    world.member(server, member);
    world.member(server, byRole, staff);
    world.member(server, byName);
    world.member(server, admin, chief);
    world.member(server, shutOut, staff);
    world.member(server, crewman, crew);
    ChannelId channel = world.hiddenChannel(server);
    world.overwrite(channel, server, "role", staff.value(), SEEING, PermissionSet.NONE);
    world.overwrite(channel, server, "member", byName.value(), SEEING, PermissionSet.NONE);
    world.overwrite(channel, server, "member", shutOut.value(), PermissionSet.NONE, SEEING);

    for (int limit = 1; limit <= 7; limit++) {
      assertThat(all(channel, owner, limit))
          .containsExactlyInAnyOrder(owner, byRole, byName, admin);
    }
    refusedWith(
        "channel.not-found",
        queries.answer(new ListChannelMembers(channel, shutOut, null, 10), null));
    refusedWith(
        "channel.not-found",
        queries.answer(new ListChannelMembers(channel, stranger, null, 10), null));
  }

  /** A membership keeps them in case they come back. */
  @Test
  void shouldTellNobodyOfRolesThatAreDeleted() {
    RoleId staff = world.role(server);
    RoleId gone = world.role(server);
    world.member(server, member, gone, staff);
    world.jdbc().update("delete from role where id = ?", gone.value());

    assertThat(members(world.channel(server), owner, null, 10).items())
        .filteredOn(one -> one.userId().equals(member))
        .singleElement()
        .satisfies(one -> assertThat(one.roles()).containsExactly(staff));
  }

  @Test
  void shouldFindThoseWhoAreMembers() {
    world.member(server, member);

    assertThat(
            answered(queries.answer(new FindMembers(server, owner, Set.of(member, stranger)), null))
                .items())
        .extracting(MemberView::userId)
        .containsExactly(member);
    refusedWith(
        "permission.missing",
        queries.answer(new FindMembers(server, stranger, Set.of(member)), null));
  }
}
