package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;
import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Writes into {@code audit_entry} what is done to roles, and who was given and lost them. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class RoleAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public RoleAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(RoleCreated event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.createdBy());
    trail.write(
        created(
            happening,
            Thing.role(event.roleId()),
            Fields.of("name", event.name())
                .and("colour", event.colour())
                .and("permissions", event.permissions())));
    trail.putBeneathAll(happening, event.roleId());
  }

  @EventHandler
  void on(RoleRenamed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.renamedBy()),
            Thing.role(event.roleId()),
            Fields.of("name", event.name())));
  }

  @EventHandler
  void on(RoleRecoloured event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.recolouredBy()),
            Thing.role(event.roleId()),
            Fields.of("colour", event.colour())));
  }

  @EventHandler
  void on(RolePermissionsSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.setBy()),
            Thing.role(event.roleId()),
            Fields.of("permissions", event.permissions())));
  }

  @EventHandler
  void on(RolesReordered event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.reorderedBy()),
                Thing.order(event.serverId()),
                Fields.of(
                    "order", event.order().stream().map(role -> role.value().toString()).toList()))
            .doneTo(Thing.server(event.serverId())));
  }

  @EventHandler
  void on(RoleDeleted event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.deletedBy());
    trail.write(removed(happening, Thing.role(event.roleId())));
    trail.takeOutOfOrder(happening, event.roleId());
    trail.dropOverwritesOf(happening, event.roleId());
  }

  @EventHandler
  void on(RoleRestored event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.restoredBy());
    trail.bringBackOverwritesOf(happening, event.roleId());
    trail.write(
        created(
            happening,
            Thing.role(event.roleId()),
            Fields.of("name", event.name())
                .and("colour", event.colour())
                .and("permissions", event.permissions())));
    trail.note(
        happening,
        Thing.order(event.serverId()),
        Fields.of("order", event.order().stream().map(role -> role.value().toString()).toList()));
    trail.undo(happening, Thing.role(event.roleId()));
  }

  @EventHandler
  void on(RoleGiven event, TrackedEventMessage<?> message) {
    trail.write(
        created(
                Happening.of(message, event.serverId(), event.givenBy()),
                Thing.grant(event.userId(), event.roleId()),
                Fields.of("role", event.roleId().value().toString()))
            .doneTo(Thing.member(event.userId()))
            .with(Thing.role(event.roleId())));
  }

  @EventHandler
  void on(RoleTaken event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.takenBy()),
                Thing.grant(event.userId(), event.roleId()))
            .doneTo(Thing.member(event.userId()))
            .with(Thing.role(event.roleId())));
  }
}
