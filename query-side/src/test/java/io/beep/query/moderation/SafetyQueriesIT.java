package io.beep.query.moderation;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.moderation.GetOwnLimits;
import io.beep.coreapi.moderation.GetSafety;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.moderation.OwnLimitsView;
import io.beep.coreapi.moderation.SafetyView;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.World;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SafetyQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.privateServer(owner);
  private final ModerationQueries queries =
      new ModerationQueries(world.readModel(), world.barrier(), World.CLOCK, NewAccounts.USUAL);

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<SafetyView> safety(ServerId of, UserId asking) {
    return queries.answer(new GetSafety(of, asking), null);
  }

  private void forbid(String word, String action) {
    world
        .jdbc()
        .update("insert into forbidden_word values (?, ?, ?)", server.value(), word, action);
  }

  @Nested
  class WhenTheFilterIsRead {

    @Test
    void shouldShowBothLists() {
      assertThat(answered(safety(server, owner)).blocked()).isEmpty();
      forbid("steam*", "block");
      forbid("coal", "block");
      forbid("hot water", "report");

      SafetyView view = answered(safety(server, owner));

      assertThat(view.blocked()).containsExactly("coal", "steam*");
      assertThat(view.reported()).containsExactly("hot water");
    }

    @Test
    void shouldBeForWhoManagesTheServer() {
      UserId keeper = world.user("keeper");
      world.member(server, keeper, world.role(server, Permission.MANAGE_MESSAGES));
      UserId manager = world.user("manager");
      world.member(server, manager, world.role(server, Permission.MANAGE_SERVER));

      answered(safety(server, manager));
      refusedWith("permission.missing", safety(server, keeper));
      refusedWith("server.not-found", safety(server, stranger));
      refusedWith("permission.missing", safety(world.publicServer(owner), stranger));
      refusedWith("server.not-found", safety(new ServerId(world.nextId()), stranger));
      world.delete(server);
      refusedWith("server.not-found", safety(server, owner));
    }
  }

  @Nested
  class WhenAMemberAsksForThemselves {

    private final UserId newcomer = world.user("newcomer");

    private CompletableFuture<OwnLimitsView> limits(UserId asking) {
      return queries.answer(new GetOwnLimits(server, asking), null);
    }

    private void joinedAt(UserId member, Instant when) {
      world
          .jdbc()
          .update(
              "update membership set joined_at = ? where server_id = ? and user_id = ?",
              when.atOffset(ZoneOffset.UTC),
              server.value(),
              member.value());
    }

    @BeforeEach
    void limit() {
      world.member(server, newcomer);
      joinedAt(newcomer, World.NOW.minusSeconds(100));
      world.jdbc().update("insert into new_member_limit values (?, 600)", server.value());
    }

    @Test
    void shouldSayUntilWhen() {
      assertThat(answered(limits(newcomer)).newUntil()).isEqualTo(World.NOW.plusSeconds(500));
      assertThat(answered(safety(server, owner)).newMemberSeconds()).isEqualTo(600);
      joinedAt(newcomer, World.NOW.minusSeconds(600));
      assertThat(answered(limits(newcomer)).newUntil()).isNull();
    }

    /**
     * Whose account is new is limited in a public server, whether that limits new members or not.
     */
    @Test
    void shouldSayUntilWhenTheirAccountIsNew() {
      ServerId open = world.publicServer(owner);
      ServerId closed = world.privateServer(owner);
      Instant madeAt = World.NOW.minusSeconds(60);
      UserId fresh =
          new UserId(
              new UuidV7Generator(Clock.fixed(madeAt, ZoneOffset.UTC), new Random(1)).next());
      for (ServerId one : List.of(open, closed)) {
        world.member(one, fresh);
        world.jdbc().update("update membership set joined_at = now() - interval '1 year'");
      }

      assertThat(answered(queries.answer(new GetOwnLimits(open, fresh), null)).newUntil())
          .isEqualTo(madeAt.plusSeconds(600));
      assertThat(answered(queries.answer(new GetOwnLimits(closed, fresh), null)).newUntil())
          .isNull();
    }

    @Test
    void shouldSayNothingWhileTheServerIsDeleted() {
      world.delete(server);
      refusedWith("server.not-found", limits(newcomer));
    }

    /** As the deciding side, which refuses what they write. */
    @Test
    void shouldSayUntilWhenTheirOnlyRoleIsDeleted() {
      UserId holder = world.user("former");
      world.member(server, holder, new RoleId(world.nextId()));
      joinedAt(holder, World.NOW.minusSeconds(100));

      assertThat(answered(limits(holder)).newUntil()).isEqualTo(World.NOW.plusSeconds(500));
    }

    @Test
    void shouldSayThatNothingLimitsThem() {
      UserId holder = world.user("holder");
      world.member(server, holder, world.role(server));
      joinedAt(holder, World.NOW);
      assertThat(answered(limits(holder)).newUntil()).isNull();
      joinedAt(owner, World.NOW);
      assertThat(answered(limits(owner)).newUntil()).isNull();
      world.jdbc().update("update membership set trusted = true");
      assertThat(answered(limits(newcomer)).newUntil()).isNull();
      refusedWith("server.not-found", limits(stranger));
    }
  }
}
