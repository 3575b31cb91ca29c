package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;
import static io.beep.projection.audit.Act.created;

import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.RoleId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Writes into {@code audit_entry} what is done to servers as a whole, and forgets those that are
 * gone.
 */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class ServerAuditProjection implements ProcessesEvents {

  private static final String OWNER = "ownerId";
  private static final String FINAL_AT = "finalAt";

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
                .and("visibility", event.visibility())
                .and(OWNER, event.ownerId().value().toString())));
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
  void on(ServerTagged event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.taggedBy()),
            Thing.server(event.serverId()),
            Fields.of("tags", event.tags())));
  }

  @EventHandler
  void on(ServerVisibilitySet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.setBy()),
            Thing.server(event.serverId()),
            Fields.of("visibility", event.visibility())));
  }

  @EventHandler
  void on(ServerPictureSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.changedBy()),
            Thing.server(event.serverId()),
            Fields.of("picture", event.pictureId())));
  }

  @EventHandler
  void on(ServerBannerSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.changedBy()),
            Thing.server(event.serverId()),
            Fields.of("banner", event.pictureId())));
  }

  @EventHandler
  void on(OwnershipTransferred event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.fromId()),
                Thing.server(event.serverId()),
                Fields.of(OWNER, event.toId().value().toString()))
            .doneTo(Thing.member(event.toId())));
  }

  @EventHandler
  void on(ServerDeletionScheduled event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.ownerId()),
            Thing.server(event.serverId()),
            Fields.of(FINAL_AT, event.finalAt().toString())));
  }

  @EventHandler
  void on(ServerRestored event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.ownerId()),
            Thing.server(event.serverId()),
            Fields.of(FINAL_AT, null)));
  }

  @EventHandler
  void on(ServerDeletionFinished event) {
    trail.forget(event.serverId());
  }

  @EventHandler
  void on(ServerDeleted event) {
    trail.forget(event.serverId());
  }

  @ResetHandler
  void reset() {
    trail.reset();
  }
}
