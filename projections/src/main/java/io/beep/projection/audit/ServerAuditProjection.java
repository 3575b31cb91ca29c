package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;
import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.RoleId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Writes into {@code audit_entry} what is done to servers as a whole. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class ServerAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public ServerAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(ServerCreated event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.ownerId());
    trail.write(
        created(
            happening,
            Thing.server(event.serverId()),
            Fields.of("name", event.name())
                .and("description", event.description())
                .and("visibility", event.visibility())));
    trail.note(
        happening,
        Thing.role(RoleId.everyone(event.serverId())),
        Fields.of("name", "@everyone").and("permissions", event.everyonePermissions()));
    trail.note(happening, Thing.order(event.serverId()), Fields.of("order", List.of()));
  }

  @EventHandler
  void on(ServerRenamed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.renamedBy()),
            Thing.server(event.serverId()),
            Fields.of("name", event.name())));
  }

  @EventHandler
  void on(ServerDescribed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.describedBy()),
            Thing.server(event.serverId()),
            Fields.of("description", event.description())));
  }

  @EventHandler
  void on(ServerDeleted event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
            Happening.of(message, event.serverId(), event.deletedBy()),
            Thing.server(event.serverId())));
  }

  @ResetHandler
  void reset() {
    trail.reset();
  }
}
