package io.beep.projection.audit;

import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Writes into {@code audit_entry} which invitations were made and revoked. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class InvitationAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public InvitationAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(InvitationCreated event, TrackedEventMessage<?> message) {
    trail.write(
        created(
            Happening.of(message, event.serverId(), event.inviterId()),
            Thing.invitation(event.code()),
            terms(event.maxUses(), event.expiresAt())));
  }

  private static Fields terms(@Nullable Integer maxUses, @Nullable Instant expiresAt) {
    return Fields.of("maxUses", maxUses)
        .and("expiresAt", expiresAt == null ? null : expiresAt.toString());
  }

  @EventHandler
  void on(InvitationRestored event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.actor());
    Thing invitation = Thing.invitation(event.code());
    trail.write(created(happening, invitation, terms(event.maxUses(), event.expiresAt())));
    trail.undo(happening, invitation);
  }

  @EventHandler
  void on(InvitationRevoked event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
            Happening.of(message, event.serverId(), event.actor()),
            Thing.invitation(event.code())));
  }

  @EventHandler
  void on(MemberInvited event, TrackedEventMessage<?> message) {
    trail.write(
        created(
            Happening.of(message, event.serverId(), event.inviterId()),
            Thing.member(event.userId()),
            Fields.of("expiresAt", event.expiresAt().toString())));
  }

  @EventHandler
  void on(MemberInvitationRevoked event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
            Happening.of(message, event.serverId(), event.actor()), Thing.member(event.userId())));
  }
}
