package io.beep.projection.server;

import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.server.MembershipRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code membership}, and {@code server.member_count} in the same statement: the counter
 * moves by what really changed, so an event that is handled twice counts once.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class MembershipProjection implements ProcessesEvents {

  private static final Write<MembershipRow> JOINED =
      new Write<>(
          """
          with joined as (
            insert into membership (server_id, user_id, timed_out_until, joined_at)
            values (?, ?, ?, ?)
            on conflict (server_id, user_id) do nothing
            returning server_id)
          update server set member_count = member_count + 1
          where id in (select server_id from joined)
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setObject(2, row.userId());
            Instant until = row.timedOutUntil();
            statement.setObject(3, until == null ? null : Times.toColumn(until));
            statement.setObject(4, Times.toColumn(row.joinedAt()));
          });

  private static final Write<MemberRestored> RESTORED =
      new Write<>(
          """
          with restored as (
            insert into membership
              (server_id, user_id, roles, timed_out_until, joined_at, trusted)
            values (?, ?, ?::uuid[], ?, ?, ?)
            on conflict (server_id, user_id) do nothing
            returning server_id)
          update server set member_count = member_count + 1
          where id in (select server_id from restored)
          """,
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setObject(2, event.userId().value());
            statement.setObject(
                3,
                event.held().stream().map(role -> role.value().toString()).toArray(String[]::new));
            Instant until = event.timedOutUntil();
            statement.setObject(4, until == null ? null : Times.toColumn(until));
            statement.setObject(5, Times.toColumn(event.joinedAt()));
            statement.setBoolean(6, event.trusted());
          });

  private static final Write<MemberTrusted> TRUSTED =
      new Write<>(
          "update membership set trusted = true where server_id = ? and user_id = ?",
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setObject(2, event.userId().value());
          });

  private static final Write<DepartureEvent> GONE =
      new Write<>(
          """
          with gone as (
            delete from membership where server_id = ? and user_id = ? returning server_id)
          update server set member_count = member_count - 1
          where id in (select server_id from gone)
          """,
          (statement, event) -> {
            statement.setObject(1, event.serverId().value());
            statement.setObject(2, event.userId().value());
          });

  /**
   * @param until null for none any more
   */
  private record Timeout(ServerId serverId, UserId userId, @Nullable Instant until) {}

  private static final Write<Timeout> TIMED_OUT =
      new Write<>(
          "update membership set timed_out_until = ? where server_id = ? and user_id = ?",
          (statement, timeout) -> {
            Instant until = timeout.until();
            statement.setObject(1, until == null ? null : Times.toColumn(until));
            statement.setObject(2, timeout.serverId().value());
            statement.setObject(3, timeout.userId().value());
          });

  /** Behind those that the member has. One that has gone meanwhile may come back. */
  private static final Write<RoleGiven> ROLE_GIVEN =
      new Write<>(
          """
          with given as (select ?::uuid as id)
          update membership m set roles = array_remove(m.roles, given.id) || given.id from given
          where m.server_id = ? and m.user_id = ?
          """,
          (statement, event) -> {
            statement.setObject(1, event.roleId().value());
            statement.setObject(2, event.serverId().value());
            statement.setObject(3, event.userId().value());
          });

  private static final Write<RoleTaken> ROLE_TAKEN =
      new Write<>(
          """
          update membership set roles = array_remove(roles, ?)
          where server_id = ? and user_id = ?
          """,
          (statement, event) -> {
            statement.setObject(1, event.roleId().value());
            statement.setObject(2, event.serverId().value());
            statement.setObject(3, event.userId().value());
          });

  private static final Write<RoleDeleted> ROLE_TAKEN_FROM_ALL =
      new Write<>(
          """
          with gone as (select ?::uuid as id)
          update membership m set roles = array_remove(m.roles, gone.id) from gone
          where m.server_id = ? and gone.id = any(m.roles)
          """,
          (statement, event) -> {
            statement.setObject(1, event.roleId().value());
            statement.setObject(2, event.serverId().value());
          });

  private static final Write<UUID> ALL_GONE =
      new Write<>(
          "delete from membership where server_id = ?",
          (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public MembershipProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(MemberJoined event, @Timestamp Instant when) {
    writer.write(
        JOINED,
        new MembershipRow(
            event.serverId().value(),
            event.userId().value(),
            List.of(),
            event.timedOutUntil(),
            when));
  }

  @EventHandler
  void on(MemberRestored event) {
    writer.write(RESTORED, event);
  }

  @EventHandler
  void on(MemberLeft event) {
    writer.write(GONE, event);
  }

  @EventHandler
  void on(MemberKicked event) {
    writer.write(GONE, event);
  }

  @EventHandler
  void on(MemberBanned event) {
    writer.write(GONE, event);
  }

  @EventHandler
  void on(MemberTrusted event) {
    writer.write(TRUSTED, event);
  }

  @EventHandler
  void on(TimeoutImposed event) {
    writer.write(TIMED_OUT, new Timeout(event.serverId(), event.userId(), event.until()));
  }

  @EventHandler
  void on(TimeoutLifted event) {
    writer.write(TIMED_OUT, new Timeout(event.serverId(), event.userId(), null));
  }

  @EventHandler
  void on(RoleGiven event) {
    writer.write(ROLE_GIVEN, event);
  }

  @EventHandler
  void on(RoleTaken event) {
    writer.write(ROLE_TAKEN, event);
  }

  /**
   * Memberships keep a role that can come back, so that it is deleted and restored at once however
   * many have it. Readers go by the roles that the server has.
   */
  @EventHandler
  void on(RoleDeleted event) {
    if (event.finalAt() == null) {
      writer.write(ROLE_TAKEN_FROM_ALL, event);
    }
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(ALL_GONE, event.serverId().value());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(ALL_GONE, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("membership");
  }
}
