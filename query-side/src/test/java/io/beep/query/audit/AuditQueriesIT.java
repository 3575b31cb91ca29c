package io.beep.query.audit;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static io.beep.query.shared.World.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.AuditTargetView;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditQueriesIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId auditor = world.user("auditor");
  private final ServerId server = world.privateServer(owner);
  private final RoleId audit = world.role(server, Permission.VIEW_AUDIT_LOG);
  private final ReadBarrier barrier = ReadBarrier.ofAudit(world.readModel());
  private final AuditQueries queries = new AuditQueries(world.readModel(), barrier, World.CLOCK);

  AuditQueriesIT() {
    world.member(server, auditor, audit);
  }

  @AfterEach
  void close() {
    barrier.close();
    world.close();
  }

  private CompletableFuture<AuditLogPage> list(UserId asking, Filter filter) {
    return page(asking, filter, null, null, 50);
  }

  private CompletableFuture<AuditLogPage> page(
      UserId asking, Filter filter, @Nullable Long before, @Nullable Long after, int limit) {
    return queries.answer(new ListAuditLog(server, asking, filter, before, after, limit), null);
  }

  private static List<Long> positions(AuditLogPage page) {
    return page.items().stream().map(AuditEntryView::position).toList();
  }

  @Nested
  class WhenActsAreListed {

    @Test
    void shouldSayWhoDidWhatAndHowItWas() {
      world.act(server, 7, owner, "server.RoleRenamed", "role", audit.value().toString(), "Old");

      AuditLogPage page = answered(list(auditor, Filter.ALL));

      assertThat(page.position()).isEqualTo(100);
      assertThat(page.items())
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.at()).isEqualTo(NOW.plusSeconds(7));
                assertThat(entry.actor().displayName()).isEqualTo("owner the Great");
                assertThat(entry.action()).isEqualTo("server.RoleRenamed");
                assertThat(entry.target())
                    .isEqualTo(new AuditTargetView("role", audit.value().toString(), "Old"));
                assertThat(entry.before())
                    .isEqualTo(Map.of("name", "old", "permissions", List.of("SPEAK")));
                assertThat(entry.after()).isNull();
                assertThat(entry.withheld()).isFalse();
              });
    }

    @Test
    void shouldCallMembersByTheirNamesOfToday() {
      world.act(server, 7, owner, "server.RoleGiven", "member", auditor.value().toString(), null);

      assertThat(answered(list(auditor, Filter.ALL)).items().getFirst().target())
          .isEqualTo(
              new AuditTargetView("member", auditor.value().toString(), "auditor the Great"));
    }

    @Test
    void shouldGoBackAndForthAlongThePositions() {
      for (int i = 1; i <= 5; i++) {
        world.act(server, i, owner, "server.ServerRenamed", "server", "s", "S");
      }
      world.act(world.privateServer(owner), 6, owner, "server.ServerRenamed", "server", "s", "S");

      AuditLogPage first = answered(page(auditor, Filter.ALL, null, null, 2));
      AuditLogPage second = answered(page(auditor, Filter.ALL, 4L, null, 2));
      AuditLogPage last = answered(page(auditor, Filter.ALL, 2L, null, 2));
      AuditLogPage newer = answered(page(auditor, Filter.ALL, null, 1L, 2));

      assertThat(positions(first)).containsExactly(5L, 4L);
      assertThat(first.older()).isEqualTo(4);
      assertThat(first.newer()).isNull();
      assertThat(positions(second)).containsExactly(3L, 2L);
      assertThat(positions(last)).containsExactly(1L);
      assertThat(last.older()).isNull();
      assertThat(last.newer()).isEqualTo(1);
      assertThat(positions(newer)).containsExactly(3L, 2L);
      assertThat(newer.older()).isEqualTo(2);
      assertThat(newer.newer()).isEqualTo(3);
    }

    @Test
    void shouldFilterByWhoWhatWhomAndWhen() {
      world.act(server, 1, owner, "server.ServerRenamed", "server", "s", "S");
      world.act(server, 2, auditor, "server.RoleRenamed", "role", "r", "R");
      world.act(server, 3, auditor, "server.RoleGiven", "member", auditor.value().toString(), null);
      world.jdbc().update("update audit_entry set related_id = 'r' where position = 3");

      assertThat(filtered(new Filter(auditor, null, null, null, null))).containsExactly(3L, 2L);
      assertThat(filtered(new Filter(null, "server.RoleRenamed", null, null, null)))
          .containsExactly(2L);
      assertThat(filtered(new Filter(null, null, "r", null, null))).containsExactly(3L, 2L);
      Instant second = NOW.plusSeconds(2);
      assertThat(filtered(new Filter(null, null, null, second, null))).containsExactly(3L, 2L);
      assertThat(filtered(new Filter(null, null, null, null, second))).containsExactly(1L);
      assertThat(filtered(new Filter(owner, null, "r", null, null))).isEmpty();
    }

    @Test
    void shouldPassOverCopies() {
      world.act(server, 1, owner, "server.ServerRenamed", "server", "s", "S");
      world.act(server, 2, owner, "channel.ChannelOverwriteSet", "server", "s", "S");
      world.jdbc().update("update audit_entry set copied = true where position = 2");

      assertThat(filtered(Filter.ALL)).containsExactly(1L);
    }

    private List<Long> filtered(Filter filter) {
      return positions(answered(list(owner, filter)));
    }
  }

  @Nested
  class WhenAChannelIsHidden {

    private final String hidden = UUID.randomUUID().toString();
    private final String child = UUID.randomUUID().toString();

    WhenAChannelIsHidden() {
      world.subject(server, "channel", hidden, null, "{\"name\": \"plans\"}");
      world.subject(
          server,
          "channel",
          child,
          null,
          "{\"name\": \"child\", \"synced\": true, \"parentId\": \"" + hidden + "\"}");
      deny(hidden, "VIEW_CHANNEL");
    }

    private void deny(String channel, String permission) {
      world.subject(
          server,
          "overwrite",
          channel + "/role/" + server.value(),
          channel,
          "{\"allow\": [], \"deny\": [\"" + permission + "\"]}");
    }

    @Test
    void shouldTellOnlyThatSomethingWasDone() {
      world.act(server, 1, owner, "channel.ChannelRenamed", "channel", hidden, "plans");
      world.act(server, 2, owner, "channel.ChannelDeleted", "channel", child, "child");
      world.act(
          server, 3, owner, "channel.ChannelRenamed", "channel", UUID.randomUUID().toString(), "?");

      assertThat(answered(list(auditor, Filter.ALL)).items())
          .hasSize(3)
          .allSatisfy(
              entry -> {
                assertThat(entry.withheld()).isTrue();
                assertThat(entry.target()).isNull();
                assertThat(entry.before()).isNull();
                assertThat(entry.actor().id()).isEqualTo(owner);
              });
      assertThat(answered(list(auditor, new Filter(null, null, hidden, null, null))).items())
          .isEmpty();
      assertThat(answered(list(owner, new Filter(null, null, hidden, null, null))).items())
          .singleElement()
          .satisfies(entry -> assertThat(entry.withheld()).isFalse());
    }

    @Test
    void shouldTellAllOfItToWhomTheChannelLetsIn() {
      world.act(server, 2, owner, "channel.ChannelDeleted", "channel", child, "child");
      world.subject(
          server,
          "overwrite",
          hidden + "/role/" + audit.value(),
          hidden,
          "{\"allow\": [\"VIEW_CHANNEL\"], \"deny\": []}");

      assertThat(answered(list(auditor, Filter.ALL)).items())
          .singleElement()
          .satisfies(entry -> assertThat(entry.target()).isNotNull());
      world
          .jdbc()
          .update(
              "update audit_subject set gone = true where id like '%' || ?",
              audit.value().toString());
      assertThat(answered(list(auditor, Filter.ALL)).items())
          .singleElement()
          .satisfies(entry -> assertThat(entry.withheld()).isTrue());
    }
  }

  @Nested
  class WhenItIsAboutAnInvitation {

    @Test
    void shouldCutTheCodeForWhoMayNotLookAfterIt() {
      world.act(server, 1, owner, "invitation.InvitationCreated", "invitation", "abcdefghij", null);
      world.act(
          server, 2, auditor, "invitation.InvitationCreated", "invitation", "bcdefghijk", null);

      assertThat(codes(auditor)).containsExactly("bcdefghijk", "abc…");
      assertThat(codes(owner)).containsExactly("bcdefghijk", "abcdefghij");
    }

    private List<String> codes(UserId asking) {
      return answered(list(asking, Filter.ALL)).items().stream()
          .map(AuditEntryView::target)
          .map(target -> target == null ? "" : target.id())
          .toList();
    }
  }

  @Nested
  class WhenOneMayNotLook {

    @Test
    void shouldRefuseWithoutTelling() {
      UserId member = world.user("member");
      world.member(server, member);

      refusedWith("permission.missing", list(member, Filter.ALL));
      refusedWith("server.not-found", list(world.user("stranger"), Filter.ALL));
      world.jdbc().update("update server set visibility = 'public'");
      refusedWith("permission.missing", list(world.user("passer-by"), Filter.ALL));
      world.jdbc().update("delete from server");
      refusedWith("server.not-found", list(owner, Filter.ALL));
    }
  }

  @Nested
  class WhenAnActIsToBeUndone {

    private final String role = audit.value().toString();

    /** An hour ago; its subject is as it left it. */
    private void renamed() {
      world.act(server, 7, owner, "server.RoleRenamed", "role", role, "old");
      world
          .jdbc()
          .update(
              "update audit_entry set after = '{\"name\": \"new\", \"permissions\": [\"SPEAK\"]}',"
                  + " at = ?",
              NOW.minus(GetUndo.GRACE).atOffset(java.time.ZoneOffset.UTC));
      world.subject(
          server,
          "role",
          role,
          null,
          "{\"name\": \"new\", \"colour\": null, \"permissions\": [\"SPEAK\"]}");
    }

    private CompletableFuture<UndoView> undo(UserId asking) {
      return queries.answer(new GetUndo(server, asking, 7), null);
    }

    private void set(String sql) {
      assertThat(world.jdbc().update(sql)).isEqualTo(1);
    }

    @Test
    void shouldShowItAsLongAsNothingSpeaksAgainstIt() {
      renamed();

      UndoView found = answered(undo(auditor));

      assertThat(found.act().position()).isEqualTo(7);
      assertThat(found.position()).isEqualTo(100);
    }

    @Test
    void shouldRefuseWhatCameToItsEnd() {
      refusedWith("audit-entry.not-found", undo(auditor));
      renamed();
      set("update audit_subject set state = state || '{\"name\": \"newer\"}'");
      refusedWith("audit-log.changed-since", undo(auditor));
      set("update audit_subject set state = state || '{\"name\": \"new\"}', gone = true");
      refusedWith("audit-log.changed-since", undo(auditor));
      set("update audit_subject set gone = false");
      set("update audit_entry set at = at - interval '1 ms'");
      refusedWith("audit-log.undo-too-late", undo(auditor));
      set("update audit_entry set undone_by = 8");
      refusedWith("audit-log.undone-already", undo(auditor));
      refusedWith("server.not-found", undo(world.user("stranger")));
    }

    @Test
    void shouldUndoARemovalAsLongAsTheThingIsGone() {
      renamed();
      set("update audit_entry set after = null");
      refusedWith("audit-log.changed-since", undo(auditor));
      set("update audit_subject set gone = true");

      assertThat(answered(undo(auditor)).act().after()).isNull();
    }

    @Test
    void shouldUndoOnlyTheLastTimeThatSomeoneWasPutOut() {
      renamed();
      set("update audit_subject set kind = 'membership', gone = true, position = 7");
      set("update audit_entry set after = null, subject_kind = 'membership'");
      assertThat(answered(undo(auditor)).act().position()).isEqualTo(7);
      set("update audit_subject set position = 8");

      refusedWith("audit-log.changed-since", undo(auditor));
    }

    private void restored(UserId user) {
      world.act(server, 7, owner, "server.MemberRestored", "member", id(user), null);
      world.subject(server, "membership", id(user), null, "{}");
      set("update audit_subject set position = 7");
      world
          .jdbc()
          .update(
              "update audit_entry set subject_kind = 'membership', before = null, after = '{}',"
                  + " at = ?",
              NOW.atOffset(java.time.ZoneOffset.UTC));
    }

    private static String id(UserId user) {
      return user.value().toString();
    }

    @Test
    void shouldNotPutOutWhoCameBackByThemselvesSinceTheyWereBroughtBack() {
      UserId back = world.user("back");
      UserId other = world.user("other");
      restored(back);
      moved(back, 7);
      moved(other, 9);
      assertThat(answered(undo(auditor)).act().position()).isEqualTo(7);

      moved(back, 8);

      refusedWith("audit-log.changed-since", undo(auditor));
    }

    private void moved(UserId user, long position) {
      world
          .jdbc()
          .update(
              "insert into member_move values (?, ?, ?, now(), 'joined', null)",
              server.value(),
              user.value(),
              position);
    }

    @Test
    void shouldNotPutOutWhoWasPutOutSinceTheyWereBroughtBack() {
      for (String out : List.of("server.MemberKicked", "server.MemberBanned")) {
        UserId back = world.user("back" + out.length());
        world.jdbc().update("delete from audit_entry");
        world.jdbc().update("delete from audit_subject");
        restored(back);
        world.act(server, 6, owner, out, "member", id(back), null);
        assertThat(answered(undo(auditor)).act().position()).isEqualTo(7);

        world.act(server, 9, owner, out, "member", id(back), null);

        refusedWith("audit-log.changed-since", undo(auditor));
      }
    }

    @Test
    void shouldNotImposeATimeoutThatWouldBeOver() {
      UserId loud = world.user("loud");
      world.act(server, 7, owner, "server.TimeoutLifted", "member", id(loud), null);
      world.subject(server, "timeout", id(loud), null, "{}");
      set("update audit_subject set gone = true, position = 7");
      world
          .jdbc()
          .update(
              "update audit_entry set subject_kind = 'timeout', after = null, at = ?,"
                  + " before = jsonb_build_object('until', ?)",
              NOW.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC),
              NOW.plusMillis(1).toString());
      assertThat(answered(undo(auditor)).act().position()).isEqualTo(7);

      world
          .jdbc()
          .update("update audit_entry set before = jsonb_build_object('until', ?)", NOW.toString());

      refusedWith("audit-log.not-undoable", undo(auditor));
    }

    @Test
    void shouldKnowThatAFieldWithoutAValueIsStillWithoutOne() {
      renamed();
      set("update audit_entry set before = '{\"colour\": \"#000000\"}', after = '{}'");
      assertThat(answered(undo(auditor)).act().after()).isEmpty();
      set("update audit_subject set state = state || '{\"colour\": \"#ffffff\"}'");

      refusedWith("audit-log.changed-since", undo(auditor));
    }

    private String channel(long position, String action, String state) {
      String id = UUID.randomUUID().toString();
      world.act(server, position, owner, "channel." + action, "channel", id, "c");
      world.subject(server, "channel", id, null, state);
      world
          .jdbc()
          .update(
              "update audit_entry set before = null, after = ?::jsonb, at = ? where position = ?",
              state,
              NOW.atOffset(java.time.ZoneOffset.UTC),
              position);
      return id;
    }

    private CompletableFuture<UndoView> undo(long position) {
      return queries.answer(new GetUndo(server, owner, position), null);
    }

    /** It would be deleted with all of it. */
    @Test
    void shouldLeaveAFolderInWhichSomethingIs() {
      for (String made : List.of("ChannelCreated", "ChannelRestored")) {
        long position = made.length();
        String folder = channel(position, made, "{\"type\": \"folder\"}");
        assertThat(answered(undo(position)).act().position()).isEqualTo(position);
        world.subject(server, "channel", made, null, "{\"parentId\": \"" + folder + "\"}");

        refusedWith("audit-log.changed-since", undo(position));

        world.jdbc().update("update audit_subject set gone = true where id = ?", made);
        assertThat(answered(undo(position)).act().position()).isEqualTo(position);
      }
    }

    /** They would go with all that the channel has of its own. */
    @Test
    void shouldKeepWhatAChannelWasGivenSinceItPartedFromItsFolder() {
      String id = channel(7, "ChannelUnsynced", "{\"synced\": false}");
      assertThat(answered(undo(7)).act().position()).isEqualTo(7);
      world.act(server, 9, owner, "channel.ChannelOverwriteSet", "channel", id, "c");
      set("update audit_entry set subject_kind = 'overwrite' where position = 9");

      refusedWith("audit-log.changed-since", undo(7));

      set("update audit_entry set undone_by = 10 where position = 9");
      assertThat(answered(undo(7)).act().position()).isEqualTo(7);
    }

    @Test
    void shouldNotSetBackWhatAChannelHadOfItsOwnOnceItFollowsItsFolder() {
      String id = channel(7, "ChannelOverwriteRemoved", "{\"synced\": false}");
      world.subject(server, "overwrite", id + "/role/r", id, "{}");
      set("update audit_subject set gone = true where kind = 'overwrite'");
      set(
          "update audit_entry set subject_kind = 'overwrite', after = null,"
              + " subject_id = target_id || '/role/r'");
      assertThat(answered(undo(7)).act().position()).isEqualTo(7);

      set("update audit_subject set state = '{\"synced\": true}' where kind = 'channel'");

      refusedWith("audit-log.changed-since", undo(7));
    }

    @Test
    void shouldNotTellOfWhatIsHidden() {
      world.act(
          server, 7, owner, "channel.ChannelRenamed", "channel", UUID.randomUUID().toString(), "?");

      refusedWith("audit-entry.not-found", undo(auditor));
    }
  }

  @Nested
  class WhenTheLogIsBehind {

    @Test
    void shouldWaitForThePositionThatIsAskedFor() {
      CompletableFuture<AuditLogPage> asked =
          queries.answer(new ListAuditLog(server, owner, Filter.ALL, null, null, 1), 101L);
      world.reached("directory", 101);
      world.reached("timeline", 0);
      assertThat(asked).isNotDone();

      world.reached("audit", 101);

      assertThat(answered(asked).position()).isEqualTo(101);
    }
  }
}
