package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.ListMyServers;
import io.beep.coreapi.server.ListRoles;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.RolePage;
import io.beep.coreapi.server.RoleView;
import io.beep.coreapi.server.ServerChannelView;
import io.beep.coreapi.server.ServerPage;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerQueries queries =
      new ServerQueries(world.readModel(), world.barrier(), World.CLOCK);
  private final FeedScopeQueries feedScopes =
      new FeedScopeQueries(world.readModel(), world.barrier());

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<ServerView> get(ServerId server, UserId asking) {
    return queries.answer(new GetServer(server, asking), null);
  }

  private static List<ChannelId> channels(ServerView server) {
    return server.channels().stream().map(ServerChannelView::id).toList();
  }

  @Nested
  class WhenOneServerIsAskedFor {

    @Test
    void shouldShowMembersTheChannelsThatTheySeeInOrder() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);
      ChannelId first = world.channel(server);
      ChannelId hidden = world.hiddenChannel(server);
      ChannelId second = world.channel(server);

      ServerView seen = answered(get(server, member));

      assertThat(channels(seen)).containsExactly(first, second);
      assertThat(seen.channels()).extracting(ServerChannelView::order).containsExactly(0, 1);
      assertThat(seen.member()).isTrue();
      assertThat(seen.memberCount()).isEqualTo(2);
      assertThat(seen.position()).isEqualTo(100);
      ServerView owned = answered(get(server, owner));
      assertThat(channels(owned)).containsExactly(first, hidden, second);
      assertThat(owned.channels())
          .extracting(ServerChannelView::isPrivate)
          .containsExactly(false, true, false);
      assertThat(owned.permissions()).isEqualTo(PermissionSet.ALL);
    }

    @Test
    void shouldShowChannelsWhereTheyWerePlaced() {
      ServerId server = world.privateServer(owner);
      ChannelId first = world.channel(server);
      ChannelId second = world.channel(server);
      ChannelId third = world.channel(server);
      // By their bytes: a word's order would put the letter before the digit.
      world.place(third, ChannelOrder.first(first) + "9", 30);
      world.place(second, ChannelOrder.first(first) + "a", 0);

      ServerView seen = answered(get(server, owner));

      assertThat(channels(seen)).containsExactly(first, third, second);
      assertThat(seen.channels())
          .extracting(ServerChannelView::place)
          .startsWith(ChannelOrder.first(first));
      assertThat(seen.channels()).extracting(ServerChannelView::slowMode).containsExactly(0, 30, 0);
    }

    @Test
    void shouldShowStrangersAPublicServerWithoutItsChannels() {
      ServerId server = world.publicServer(owner);
      world.channel(server);

      ServerView seen = answered(get(server, stranger));

      assertThat(seen.member()).isFalse();
      assertThat(seen.channels()).isEmpty();
      assertThat(seen.permissions()).isEqualTo(PermissionSet.NONE);
    }

    @Test
    void shouldAnswerAlikeForAPrivateServerAndForNone() {
      refusedWith("server.not-found", get(world.privateServer(owner), stranger));
      refusedWith("server.not-found", get(new ServerId(world.nextId()), stranger));
    }

    @Test
    void shouldNotNameAFolderThatIsNotSeen() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);
      ChannelId folder = world.channel(server, "folder", null);
      world.hide(folder, server);
      ChannelId inside = world.channel(server, "text", folder);
      world.unsync(inside);
      world.overwrite(
          inside,
          server,
          "role",
          server.value(),
          PermissionSet.of(Permission.VIEW_CHANNEL),
          PermissionSet.NONE);

      ServerView seen = answered(get(server, member));

      assertThat(channels(seen)).containsExactly(inside);
      assertThat(seen.channels().getFirst().parentId()).isNull();
      assertThat(answered(get(server, owner)).channels().getLast().parentId()).isEqualTo(folder);
    }

    @Test
    void shouldKnowTheNewestMessageUpToItsPosition() {
      ServerId server = world.privateServer(owner);
      ChannelId channel = world.channel(server);
      world.message(channel, owner, "old");
      world.reached(ProcessingGroups.DIRECTORY, 101);

      CompletableFuture<ServerView> waiting = get(server, owner);
      MessageId newest = world.message(channel, owner, "new");
      world.reached(ProcessingGroups.TIMELINE, 101);

      ServerView seen = answered(waiting);
      assertThat(seen.position()).isEqualTo(101);
      assertThat(seen.channels().getFirst().lastMessageId()).isEqualTo(newest);
    }
  }

  @Nested
  class WhenServersAreListed {

    @Test
    void shouldListMineInTheOrderOfJoining() {
      ServerId later = world.publicServer(owner);
      ServerId sooner = world.privateServer(owner);
      world.member(sooner, member);
      world.member(later, member);
      world.publicServer(owner);
      ChannelId channel = world.channel(later);

      ServerPage mine = answered(queries.answer(new ListMyServers(member), null));

      assertThat(mine.items()).extracting(ServerView::id).containsExactly(sooner, later);
      assertThat(channels(mine.items().getLast())).containsExactly(channel);
      assertThat(mine.position()).isEqualTo(100);
    }

    @Test
    void shouldTellThePositionToWhoIsInNone() {
      ServerPage mine = answered(queries.answer(new ListMyServers(stranger), null));

      assertThat(mine.items()).isEmpty();
      assertThat(mine.position()).isEqualTo(100);
    }
  }

  @Nested
  class WhenMembersAreListed {

    @Test
    void shouldPageThroughAllOnce() {
      ServerId server = world.privateServer(owner);
      List<UserId> all = new ArrayList<>(List.of(owner));
      for (int i = 0; i < 7; i++) {
        UserId user = world.user("user" + i);
        world.member(server, user);
        all.add(user);
      }

      List<UserId> seen = new ArrayList<>();
      MemberPage page = page(server, owner, null);
      seen.addAll(users(page));
      while (page.hasAfter()) {
        page = page(server, owner, page.items().getLast().userId());
        seen.addAll(users(page));
      }

      assertThat(seen).isEqualTo(all);
      assertThat(page.position()).isEqualTo(100);
    }

    @Test
    void shouldBeForMembersOnly() {
      refusedWith("permission.missing", list(world.publicServer(owner), stranger, null));
      refusedWith("server.not-found", list(world.privateServer(owner), stranger, null));
      refusedWith("server.not-found", list(new ServerId(world.nextId()), stranger, null));
    }

    private CompletableFuture<MemberPage> list(
        ServerId server, UserId asking, @Nullable UserId after) {
      return queries.answer(new ListMembers(server, asking, after, 3), null);
    }

    private MemberPage page(ServerId server, UserId asking, @Nullable UserId after) {
      return answered(list(server, asking, after));
    }

    private static List<UserId> users(MemberPage page) {
      return page.items().stream().map(MemberView::userId).toList();
    }
  }

  @Nested
  class WhenRolesAreListed {

    @Test
    void shouldShowMembersTheHighestFirstAndEveryoneLast() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);
      RoleId older = world.role(server);
      RoleId newer = world.role(server);
      RoleId high = world.role(server, "Captain", "#1d4ed8", 2, Permission.KICK_MEMBERS);
      world.role(world.publicServer(owner));

      RolePage page = answered(list(server, member));

      assertThat(page.position()).isEqualTo(100);
      assertThat(page.items())
          .extracting(RoleView::id)
          .containsExactly(high, older, newer, RoleId.everyone(server));
      assertThat(page.items().getFirst())
          .isEqualTo(
              new RoleView(
                  high,
                  server,
                  "Captain",
                  "#1d4ed8",
                  PermissionSet.of(Permission.KICK_MEMBERS),
                  0));
      assertThat(page.items().getLast().name()).isEqualTo("@everyone");
      assertThat(page.items()).extracting(RoleView::order).containsExactly(0, 1, 2, 3);
    }

    @Test
    void shouldBeForMembersOnly() {
      refusedWith("permission.missing", list(world.publicServer(owner), stranger));
      refusedWith("server.not-found", list(world.privateServer(owner), stranger));
      refusedWith("server.not-found", list(new ServerId(world.nextId()), stranger));
    }

    private CompletableFuture<RolePage> list(ServerId server, UserId asking) {
      return queries.answer(new ListRoles(server, asking), null);
    }
  }

  @Test
  void shouldTellTheFeedWhichChannelsFollowTheirFolder() {
    ServerId server = world.privateServer(owner);
    ChannelId folder = world.channel(server, "folder", null);
    world.hide(folder, server);
    ChannelId follows = world.channel(server, "text", folder);
    ChannelId alone = world.channel(server, "text", folder);
    world.unsync(alone);

    FeedScopeView scope = answered(feedScopes.answer(new GetFeedScope(owner), null));

    assertThat(scope.memberships().getFirst().channels())
        .containsExactly(
            new FeedScopeView.Channel(ChannelAccess.hidden(folder, server), null),
            new FeedScopeView.Channel(ChannelAccess.open(follows, server), folder),
            new FeedScopeView.Channel(ChannelAccess.open(alone, server), null));
  }

  @Test
  void shouldTellTheFeedAllThatDecides() {
    ServerId server = world.privateServer(owner);
    var staff = world.role(server, Permission.MANAGE_CHANNELS);
    world.member(server, member);
    world.channel(server);
    ChannelId hidden = world.hiddenChannel(server);
    world.overwrite(
        hidden,
        server,
        "role",
        staff.value(),
        PermissionSet.of(Permission.VIEW_CHANNEL),
        PermissionSet.NONE);
    world.publicServer(owner);

    FeedScopeView scope = answered(feedScopes.answer(new GetFeedScope(member), null));

    assertThat(scope.position()).isEqualTo(100);
    FeedScopeView.Membership only = scope.memberships().getFirst();
    assertThat(scope.memberships()).hasSize(1);
    assertThat(only.server().roles()).containsKey(staff).hasSize(2);
    assertThat(only.channels()).hasSize(2);
    assertThat(only.channels())
        .extracting(FeedScopeView.Channel::own)
        .filteredOn(channel -> channel.channelId().equals(hidden))
        .singleElement()
        .extracting(
            ChannelAccess::roles, InstanceOfAssertFactories.map(RoleId.class, Overwrite.class))
        .containsOnlyKeys(staff, RoleId.everyone(server));
  }
}
