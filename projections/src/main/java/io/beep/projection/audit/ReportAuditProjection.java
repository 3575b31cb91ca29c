package io.beep.projection.audit;

import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Writes into {@code audit_entry} how reports were answered; not who reported what. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class ReportAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public ReportAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(ReportResolved event, TrackedEventMessage<?> message) {
    trail.write(
        created(
                Happening.of(message, event.serverId(), event.resolvedBy()),
                Thing.report(event.reportId()),
                Fields.of("outcome", event.outcome()).and("reported", event.targetKind()))
            .doneTo(Thing.member(event.accusedId()))
            .because(event.note()));
  }

  @EventHandler
  void on(ReportReopened event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.reopenedBy()),
                Thing.report(event.reportId()))
            .doneTo(Thing.member(event.accusedId())));
  }
}
