package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;
import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Writes into {@code audit_entry} who was put out, kept out and silenced, and why. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class MemberAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public MemberAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(MemberKicked event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.kickedBy()),
                Thing.membership(event.userId()))
            .doneTo(Thing.member(event.userId()))
            .because(event.reason()));
  }

  @EventHandler
  void on(MemberBanned event, TrackedEventMessage<?> message) {
    trail.write(
        created(
                Happening.of(message, event.serverId(), event.bannedBy()),
                Thing.ban(event.userId()),
                Fields.of("reason", event.reason()))
            .doneTo(Thing.member(event.userId()))
            .because(event.reason()));
  }

  @EventHandler
  void on(MemberUnbanned event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.unbannedBy()),
                Thing.ban(event.userId()))
            .doneTo(Thing.member(event.userId())));
  }

  @EventHandler
  void on(MemberRestored event, TrackedEventMessage<?> message) {
    trail.write(
        created(
                Happening.of(message, event.serverId(), event.restoredBy()),
                Thing.membership(event.userId()),
                Fields.NONE)
            .doneTo(Thing.member(event.userId())));
  }

  @EventHandler
  void on(TimeoutImposed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.imposedBy()),
                Thing.timeout(event.userId()),
                Fields.of("until", event.until().toString()).and("reason", event.reason()))
            .doneTo(Thing.member(event.userId()))
            .because(event.reason()));
  }

  @EventHandler
  void on(TimeoutLifted event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.liftedBy()),
                Thing.timeout(event.userId()))
            .doneTo(Thing.member(event.userId())));
  }
}
