package io.beep.projection.invitation;

import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.invitation.InvitationRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Writes {@code invitation}. Rows stay when an invitation ends, and while its server can be
 * restored: whoever still has the link is told why it leads nowhere.
 */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class InvitationProjection implements ProcessesEvents {

  private static final Write<InvitationRow> CREATED =
      new Write<>(
          """
          insert into invitation
            (code, server_id, inviter_id, max_uses, expires_at, created_at)
          values (?, ?, ?, ?, ?, ?) on conflict (code) do nothing
          """,
          (statement, row) -> {
            Instant expiresAt = row.expiresAt();
            statement.setString(1, row.code());
            statement.setObject(2, row.serverId());
            statement.setObject(3, row.inviterId());
            statement.setObject(4, row.maxUses());
            statement.setObject(5, expiresAt == null ? null : Times.toColumn(expiresAt));
            statement.setObject(6, Times.toColumn(row.createdAt()));
          });

  private static final Write<InvitationAccepted> ACCEPTED =
      new Write<>(
          "update invitation set uses = greatest(uses, ?) where code = ?",
          (statement, event) -> {
            statement.setInt(1, event.uses());
            statement.setString(2, event.code());
          });

  private static final Write<String> REVOKED =
      new Write<>(
          "update invitation set revoked = true where code = ?",
          (statement, code) -> statement.setString(1, code));

  private static final Write<String> RESTORED =
      new Write<>(
          "update invitation set revoked = false where code = ?",
          (statement, code) -> statement.setString(1, code));

  private static final Write<UUID> ALL_GONE =
      new Write<>(
          "delete from invitation where server_id = ?",
          (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public InvitationProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(InvitationCreated event, @Timestamp Instant when) {
    writer.write(
        CREATED,
        new InvitationRow(
            event.code(),
            event.serverId().value(),
            event.inviterId().value(),
            event.maxUses(),
            event.expiresAt(),
            0,
            false,
            when));
  }

  @EventHandler
  void on(InvitationAccepted event) {
    writer.write(ACCEPTED, event);
  }

  @EventHandler
  void on(InvitationRevoked event) {
    writer.write(REVOKED, event.code());
  }

  @EventHandler
  void on(InvitationRestored event) {
    writer.write(RESTORED, event.code());
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(ALL_GONE, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("invitation");
  }
}
