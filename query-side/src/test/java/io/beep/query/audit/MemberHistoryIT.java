package io.beep.query.audit;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.GetMemberHistory;
import io.beep.coreapi.audit.MemberHistoryView;
import io.beep.coreapi.audit.MemberHistoryView.Move;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.World;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberHistoryIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId keeper = world.user("keeper");
  private final UserId loud = world.user("loud");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.privateServer(owner);
  private final ReadBarrier barrier = ReadBarrier.ofAudit(world.readModel());
  private final AuditQueries queries = new AuditQueries(world.readModel(), barrier, World.CLOCK);

  @BeforeEach
  void join() {
    world.member(server, keeper, world.role(server, Permission.MANAGE_MESSAGES));
    world.member(server, loud);
  }

  @AfterEach
  void close() {
    barrier.close();
    world.close();
  }

  private CompletableFuture<MemberHistoryView> history(UserId asking, UserId user) {
    return queries.answer(new GetMemberHistory(server, asking, user), null);
  }

  private void reported(UserId accused, UUID target, boolean open) {
    world
        .jdbc()
        .update(
            """
            insert into report
              (server_id, target_id, target_kind, accused_id, open, position, last_at)
            values (?, ?, 'message', ?, ?, 1, now())
            """,
            server.value(),
            target,
            accused.value(),
            open);
    world
        .jdbc()
        .update(
            "insert into report_filing values (?, ?, ?, 'spam', null, now(), 1)",
            server.value(),
            target,
            owner.value());
  }

  @Nested
  class WhenAHistoryIsRead {

    @Test
    void shouldTellWhatWasDoneAndReported() {
      world.act(server, 1, keeper, "server.TimeoutImposed", "member", id(loud), null);
      world.act(server, 2, owner, "server.MemberKicked", "member", id(loud), null);
      world.act(server, 3, owner, "server.MemberKicked", "member", id(keeper), null);
      world.act(server, 4, owner, "server.ServerRenamed", "server", id(loud), null);
      world.timedOut(server, loud, World.NOW.plusSeconds(60));
      reported(loud, new UUID(7, 1), true);
      reported(loud, new UUID(7, 2), false);

      MemberHistoryView history = answered(history(keeper, loud));

      assertThat(history.user().username()).isEqualTo("loud");
      assertThat(history.joinedAt()).isNotNull();
      assertThat(history.bannedAt()).isNull();
      assertThat(history.timedOutUntil()).isEqualTo(World.NOW.plusSeconds(60));
      assertThat(history.acts()).extracting(AuditEntryView::position).containsExactly(2L, 1L);
      assertThat(history.reports()).isEqualTo(2);
      assertThat(history.openReports()).isEqualTo(1);
    }

    @Test
    void shouldTellOfWhoIsNotInItAnyMore() {
      world.ban(server, stranger, "too loud", owner);

      MemberHistoryView history = answered(history(keeper, stranger));

      assertThat(history.joinedAt()).isNull();
      assertThat(history.bannedAt()).isEqualTo(World.NOW);
      assertThat(history.acts()).isEmpty();
    }

    @Test
    void shouldTellWhenTheyCameAndWentByThemselves() {
      moved(loud, 1, "joined", keeper);
      moved(loud, 2, "left", null);
      moved(loud, 3, "joined", null);
      moved(keeper, 4, "joined", null);
      world.act(server, 5, owner, "server.MemberRestored", "member", id(loud), null);

      MemberHistoryView history = answered(history(keeper, loud));

      assertThat(history.moves()).extracting(Move::position).containsExactly(3L, 2L, 1L);
      assertThat(history.moves()).extracting(Move::left).containsExactly(false, true, false);
      assertThat(history.moves().getLast().at()).isEqualTo(World.NOW);
      assertThat(history.moves().getLast().invitedBy())
          .isNotNull()
          .satisfies(inviter -> assertThat(inviter.username()).isEqualTo("keeper"));
      assertThat(history.moves().getFirst().invitedBy()).isNull();
      assertThat(history.acts()).extracting(AuditEntryView::position).containsExactly(5L);
    }

    @Test
    void shouldTellOfWhoLeftByThemselves() {
      moved(stranger, 1, "joined", null);
      moved(stranger, 2, "left", null);

      MemberHistoryView history = answered(history(keeper, stranger));

      assertThat(history.joinedAt()).isNull();
      assertThat(history.moves()).hasSize(2);
    }

    private void moved(UserId user, long position, String kind, @Nullable UserId invitedBy) {
      world
          .jdbc()
          .update(
              "insert into member_move values (?, ?, ?, ?, ?, ?)",
              server.value(),
              user.value(),
              position,
              World.NOW.atOffset(ZoneOffset.UTC),
              kind,
              invitedBy == null ? null : invitedBy.value());
    }

    @Test
    void shouldNotTellOneselfHowOftenOneIsReported() {
      reported(keeper, keeper.value(), true);
      reported(owner, owner.value(), true);

      assertThat(answered(history(keeper, keeper)).reports()).isNull();
      assertThat(answered(history(owner, owner)).reports()).isEqualTo(1);
    }

    @Test
    void shouldBeForWhoKeepsOrderAndOfWhoWasEverThere() {
      refusedWith("permission.missing", history(loud, keeper));
      refusedWith("server.not-found", history(stranger, keeper));
      refusedWith("membership.not-found", history(keeper, stranger));
      refusedWith(
          "permission.missing",
          queries.answer(new GetMemberHistory(world.publicServer(owner), stranger, owner), null));
    }

    private String id(UserId user) {
      return user.value().toString();
    }
  }
}
