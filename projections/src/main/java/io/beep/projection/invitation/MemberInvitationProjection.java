package io.beep.projection.invitation;

import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.invitation.MemberInvitationRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Writes {@code member_invitation}: those that are open. One who came, went or was put out in
 * another way is not asked any more.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class MemberInvitationProjection implements ProcessesEvents {

  private static final Write<MemberInvitationRow> INVITED =
      new Write<>(
          """
          insert into member_invitation (server_id, user_id, inviter_id, expires_at, created_at)
          values (?, ?, ?, ?, ?)
          on conflict (server_id, user_id) do update
            set inviter_id = excluded.inviter_id, expires_at = excluded.expires_at,
              created_at = excluded.created_at
          """,
          (statement, row) -> {
            statement.setObject(1, row.serverId());
            statement.setObject(2, row.userId());
            statement.setObject(3, row.inviterId());
            statement.setObject(4, Times.toColumn(row.expiresAt()));
            statement.setObject(5, Times.toColumn(row.createdAt()));
          });

  private static final Write<MembershipId> ANSWERED =
      new Write<>(
          "delete from member_invitation where server_id = ? and user_id = ?",
          (statement, id) -> {
            statement.setObject(1, id.serverId().value());
            statement.setObject(2, id.userId().value());
          });

  private static final Write<UUID> ALL_GONE =
      new Write<>(
          "delete from member_invitation where server_id = ?",
          (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public MemberInvitationProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(MemberInvited event, @Timestamp Instant when) {
    writer.write(
        INVITED,
        new MemberInvitationRow(
            event.serverId().value(),
            event.userId().value(),
            event.inviterId().value(),
            event.expiresAt(),
            when));
  }

  @EventHandler
  void on(MemberInvitationAccepted event) {
    writer.write(ANSWERED, new MembershipId(event.serverId(), event.userId()));
  }

  @EventHandler
  void on(MemberInvitationDeclined event) {
    writer.write(ANSWERED, new MembershipId(event.serverId(), event.userId()));
  }

  @EventHandler
  void on(MemberInvitationRevoked event) {
    writer.write(ANSWERED, new MembershipId(event.serverId(), event.userId()));
  }

  @EventHandler
  void on(ArrivalEvent event) {
    writer.write(ANSWERED, new MembershipId(event.serverId(), event.userId()));
  }

  @EventHandler
  void on(DepartureEvent event) {
    writer.write(ANSWERED, new MembershipId(event.serverId(), event.userId()));
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
    writer.truncate("member_invitation");
  }
}
