package io.beep.query.moderation;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.moderation.ListReports;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.moderation.ReportOutcome;
import io.beep.coreapi.moderation.ReportPage;
import io.beep.coreapi.moderation.ReportTarget;
import io.beep.coreapi.moderation.ReportView;
import io.beep.coreapi.moderation.ReportView.ReportedMessageView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.World;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId keeper = world.user("keeper");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.privateServer(owner);
  private final ChannelId channel = world.channel(server);
  private final ModerationQueries queries =
      new ModerationQueries(world.readModel(), world.barrier(), World.CLOCK, NewAccounts.USUAL);

  @BeforeEach
  void join() {
    world.member(server, keeper, world.role(server, Permission.MANAGE_MESSAGES));
    world.member(server, member);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<ReportPage> list(UserId asking, boolean open) {
    return queries.answer(new ListReports(server, asking, open, null, 10), null);
  }

  private static List<UUID> ids(ReportPage page) {
    return page.items().stream().map(one -> one.id().value()).toList();
  }

  /** So many seconds after {@link World#NOW}. */
  private void report(
      UUID target, UserId accused, @Nullable ChannelId where, UserId by, long position) {
    world
        .jdbc()
        .update(
            """
            insert into report
              (server_id, target_id, target_kind, accused_id, channel_id, open, position, last_at)
            values (?, ?, ?, ?, ?, true, ?, ?)
            on conflict (server_id, target_id) do update set position = excluded.position
            """,
            server.value(),
            target,
            where == null ? "member" : "message",
            accused.value(),
            where == null ? null : where.value(),
            position,
            World.NOW.plusSeconds(position).atOffset(ZoneOffset.UTC));
    world
        .jdbc()
        .update(
            "insert into report_filing values (?, ?, ?, 'spam', 'why', ?, ?)",
            server.value(),
            target,
            by.value(),
            World.NOW.plusSeconds(position).atOffset(ZoneOffset.UTC),
            position);
  }

  private static ReportedMessageView message(ReportView report) {
    return Objects.requireNonNull(report.message());
  }

  private void close(UUID target) {
    world
        .jdbc()
        .update(
            """
            update report set open = false, closed_before = closed_through,
              closed_through = position, outcome = 'dismissed', note = 'fine', resolved_by = ?,
              resolved_at = last_at where target_id = ?
            """,
            keeper.value(),
            target);
  }

  @Nested
  class WhenReportsAreListed {

    @Test
    void shouldPutTogetherWhatIsAboutTheSame() {
      MessageId said = world.message(channel, member, "buy this");
      report(said.value(), member, channel, owner, 1);
      report(said.value(), member, channel, keeper, 2);
      report(member.value(), member, null, owner, 3);

      ReportPage page = answered(list(keeper, true));

      assertThat(ids(page)).containsExactly(member.value(), said.value());
      assertThat(page.waiting()).isEqualTo(2);
      assertThat(page.next()).isNull();
      ReportView report = page.items().getLast();
      assertThat(report.target()).isEqualTo(ReportTarget.MESSAGE);
      assertThat(report.accused().username()).isEqualTo("member");
      assertThat(report.accusedIsMember()).isTrue();
      assertThat(report.count()).isEqualTo(2);
      assertThat(report.filings())
          .extracting(filing -> filing.reporter() == null ? "" : filing.reporter().username())
          .containsExactly("keeper", "owner");
      assertThat(message(report).content()).isEqualTo("buy this");
      assertThat(message(report).editedSince()).isFalse();
      assertThat(report.resolution()).isNull();
    }

    @Test
    void shouldShowMessagesAsTheyAreNow() {
      MessageId edited = world.message(channel, member, "buy this");
      report(edited.value(), member, channel, owner, 1);
      world
          .jdbc()
          .update(
              "update message set content = 'nothing', edited_at = ? where id = ?",
              World.NOW.plusSeconds(5).atOffset(ZoneOffset.UTC),
              edited.value());
      MessageId gone = world.message(channel, stranger, "gone");
      report(gone.value(), stranger, channel, server(), 2);
      world.delete(gone);

      List<ReportView> items = answered(list(keeper, true)).items();

      assertThat(items.getFirst().message()).isNull();
      assertThat(items.getFirst().accusedIsMember()).isFalse();
      assertThat(items.getFirst().filings().getFirst().reporter()).as("the word filter").isNull();
      assertThat(message(items.getLast()).content()).isEqualTo("nothing");
      assertThat(message(items.getLast()).editedSince()).isTrue();
    }

    private UserId server() {
      return new UserId(server.value());
    }

    @Test
    void shouldShowHowItWasAnswered() {
      report(member.value(), member, null, owner, 1);
      close(member.value());

      assertThat(answered(list(keeper, true)).items()).isEmpty();
      ReportPage closed = answered(list(keeper, false));
      assertThat(closed.waiting()).isZero();
      ReportView report = closed.items().getFirst();
      assertThat(report.count()).isEqualTo(1);
      assertThat(Objects.requireNonNull(report.resolution()).outcome())
          .isEqualTo(ReportOutcome.DISMISSED);
      assertThat(Objects.requireNonNull(report.resolution()).note()).isEqualTo("fine");
      assertThat(Objects.requireNonNull(report.resolution()).by().username()).isEqualTo("keeper");
    }

    @Test
    void shouldCountAnOldRoundNoMore() {
      report(member.value(), member, null, owner, 1);
      close(member.value());
      report(member.value(), member, null, keeper, 5);
      world.jdbc().update("update report set open = true");

      assertThat(answered(list(owner, true)).items().getFirst().count()).isEqualTo(1);
    }

    @Test
    void shouldPageThroughAllOnce() {
      List<UUID> all = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        UserId user = world.user("user" + i);
        report(user.value(), user, null, owner, i + 1);
        all.addFirst(user.value());
      }

      List<UUID> seen = new ArrayList<>();
      Long before = null;
      do {
        ReportPage page =
            answered(queries.answer(new ListReports(server, keeper, true, before, 3), null));
        assertThat(page.waiting()).isEqualTo(7);
        seen.addAll(ids(page));
        before = page.next();
      } while (before != null);

      assertThat(seen).isEqualTo(all);
    }
  }

  @Nested
  class WhenSomebodyElseLooks {

    @Test
    void shouldBeForWhoKeepsOrder() {
      refusedWith("permission.missing", list(member, true));
      refusedWith("server.not-found", list(stranger, true));
      refusedWith(
          "server.not-found",
          queries.answer(
              new ListReports(new ServerId(world.nextId()), owner, true, null, 10), null));
      refusedWith(
          "permission.missing",
          queries.answer(
              new ListReports(world.publicServer(owner), stranger, true, null, 10), null));
      world.delete(server);
      refusedWith("server.not-found", list(owner, true));
    }

    @Test
    void shouldNotShowWhatWasSaidWhereTheyAreNot() {
      ChannelId hidden = world.hiddenChannel(server);
      MessageId said = world.message(hidden, member, "secret");
      report(said.value(), member, hidden, owner, 1);

      ReportPage page = answered(list(keeper, true));
      assertThat(page.items()).isEmpty();
      assertThat(page.waiting()).isZero();
      assertThat(ids(answered(list(owner, true)))).containsExactly(said.value());
    }

    @Test
    void shouldNotShowWhatIsReportedOfThemselvesButToTheOwner() {
      report(keeper.value(), keeper, null, member, 1);
      report(owner.value(), owner, null, member, 2);

      assertThat(ids(answered(list(keeper, true)))).containsExactly(owner.value());
      assertThat(ids(answered(list(owner, true)))).containsExactly(owner.value(), keeper.value());
    }
  }
}
