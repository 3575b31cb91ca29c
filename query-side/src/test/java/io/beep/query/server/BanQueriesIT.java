package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.BanPage;
import io.beep.coreapi.server.BanView;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ListBans;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.query.shared.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerQueries queries =
      new ServerQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<BanPage> list(ServerId server, UserId asking) {
    return list(server, asking, "", null);
  }

  private CompletableFuture<BanPage> list(
      ServerId server, UserId asking, String words, @Nullable UserId after) {
    return queries.answer(new ListBans(server, asking, words, after, 3), null);
  }

  private static List<UserId> users(BanPage page) {
    return page.items().stream().map(BanView::userId).toList();
  }

  @Nested
  class WhenBansAreListed {

    @Test
    void shouldShowWhoWasBannedByWhomAndWhy() {
      ServerId server = world.privateServer(owner);
      UserId loud = world.user("loud");
      world.ban(server, loud, "too loud", owner);
      world.ban(world.publicServer(owner), loud, "elsewhere", owner);

      BanPage page = answered(list(server, owner));

      assertThat(page.items())
          .containsExactly(
              new BanView(
                  loud, "loud", "loud the Great", "too loud", owner, "owner the Great", World.NOW));
      assertThat(page.hasAfter()).isFalse();
      assertThat(page.position()).isEqualTo(100);
    }

    @Test
    void shouldShowThatThereAreNone() {
      assertThat(answered(list(world.privateServer(owner), owner)).items()).isEmpty();
    }

    @Test
    void shouldShowWhomNobodyKnowsAnyMore() {
      ServerId server = world.privateServer(owner);
      UserId gone = new UserId(world.nextId());
      world.ban(server, gone, null, new UserId(world.nextId()));

      BanView ban = answered(list(server, owner)).items().getFirst();

      assertThat(ban.userId()).isEqualTo(gone);
      assertThat(ban.displayName()).isEqualTo("Unknown");
      assertThat(ban.bannedByName()).isEqualTo("Unknown");
      assertThat(ban.reason()).isNull();
    }

    @Test
    void shouldPageThroughAllOnce() {
      ServerId server = world.privateServer(owner);
      List<UserId> all = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        UserId user = world.user("user" + i);
        world.ban(server, user, null, owner);
        all.add(user);
      }

      List<UserId> seen = new ArrayList<>();
      BanPage page = answered(list(server, owner));
      seen.addAll(users(page));
      while (page.hasAfter()) {
        page = answered(list(server, owner, "", page.items().getLast().userId()));
        seen.addAll(users(page));
      }

      assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOUD", " loud ", "loud the gr", "50% of", "a_b"})
    void shouldFindByNameAndReasonAsTheyAreWritten(String words) {
      ServerId server = world.privateServer(owner);
      UserId loud = world.user("loud");
      world.ban(server, loud, "50% of a_b", owner);
      world.ban(server, world.user("quiet"), "500 of aXb", owner);

      assertThat(users(answered(list(server, owner, words, null)))).containsExactly(loud);
    }

    @Test
    void shouldBeForWhoMayBan() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);
      UserId moderator = world.user("moderator");
      world.member(server, moderator, world.role(server, Permission.BAN_MEMBERS));

      answered(list(server, moderator));
      refusedWith("permission.missing", list(server, member));
      refusedWith("server.not-found", list(server, stranger));
      refusedWith("permission.missing", list(world.publicServer(owner), stranger));
      refusedWith("server.not-found", list(new ServerId(world.nextId()), stranger));
    }

    @Test
    void shouldNotBeForAModeratorWhoIsTimedOut() {
      ServerId server = world.privateServer(owner);
      world.member(server, member, world.role(server, Permission.BAN_MEMBERS));

      world.timedOut(server, member, World.NOW.plusMillis(1));
      refusedWith("permission.missing", list(server, member));
      world.timedOut(server, member, World.NOW);
      answered(list(server, member));
    }
  }

  @Nested
  class WhenAMemberIsTimedOut {

    private List<@Nullable Instant> ends(ServerId server) {
      return answered(queries.answer(new ListMembers(server, owner, null, 10), null))
          .items()
          .stream()
          .<@Nullable Instant>map(MemberView::timedOutUntil)
          .toList();
    }

    @Test
    void shouldBeShownToMembersWhileItLasts() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);
      Instant soon = World.NOW.plusSeconds(1);

      world.timedOut(server, member, soon);
      assertThat(ends(server)).containsExactly(null, soon);
      world.timedOut(server, member, World.NOW);
      assertThat(ends(server)).containsExactly(null, null);
    }

    @Test
    void shouldTakeFromThemAllButReadingWhileItLasts() {
      ServerId server = world.privateServer(owner);
      world.member(server, member);

      world.timedOut(server, member, World.NOW.plusSeconds(1));
      assertThat(seen(server).permissions()).isEqualTo(Permissions.READING);
      assertThat(seen(server).timedOutUntil()).isEqualTo(World.NOW.plusSeconds(1));
      world.timedOut(server, member, World.NOW);
      assertThat(seen(server).permissions()).isEqualTo(Permissions.DEFAULT_FOR_EVERYONE);
      assertThat(seen(server).timedOutUntil()).isNull();
    }

    private ServerView seen(ServerId server) {
      return answered(queries.answer(new GetServer(server, member), null));
    }
  }
}
