package io.beep.projection.audit;

import static io.beep.projection.audit.Act.changed;
import static io.beep.projection.audit.Act.created;
import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Writes into {@code audit_entry} what is done to channels, and whom they let in. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class ChannelAuditProjection implements ProcessesEvents {

  /** Who sees a synced channel is looked up by it. */
  private static final String PARENT = "parentId";

  private final AuditTrail trail;

  public ChannelAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(ChannelCreated event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.createdBy());
    ChannelId parent = event.parentId();
    trail.write(
        created(
            happening,
            Thing.channel(event.channelId()),
            Fields.of("name", event.name())
                .and("type", event.type())
                .and(PARENT, bare(parent))
                .and("private", event.isPrivate())
                .and("synced", parent != null && !event.isPrivate())));
    if (event.isPrivate()) {
      ChannelAccess.hidden(event.channelId(), event.serverId())
          .roles()
          .forEach(
              (role, overwrite) ->
                  trail.note(
                      happening,
                      Thing.overwrite(event.channelId(), Thing.ROLE, role.value()),
                      Fields.of("allow", overwrite.allow().names())
                          .and("deny", overwrite.deny().names())));
    }
  }

  private static @Nullable String bare(@Nullable ChannelId id) {
    return id == null ? null : id.value().toString();
  }

  @EventHandler
  void on(ChannelRenamed event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.renamedBy()),
            Thing.channel(event.channelId()),
            Fields.of("name", event.name())));
  }

  @EventHandler
  void on(ChannelTopicSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.setBy()),
            Thing.channel(event.channelId()),
            Fields.of("topic", event.topic())));
  }

  @EventHandler
  void on(ChannelSlowModeSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.setBy()),
            Thing.channel(event.channelId()),
            Fields.of("seconds", event.seconds())));
  }

  /** The folder is not named: not everyone who sees the channel sees it. */
  @EventHandler
  void on(ChannelMoved event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.movedBy()),
            Thing.channel(event.channelId()),
            Fields.of(PARENT, bare(event.folderId()))));
  }

  @EventHandler
  void on(ChannelPlaced event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
            Happening.of(message, event.serverId(), event.placedBy()),
            Thing.channel(event.channelId()),
            Fields.of("place", event.place())));
  }

  @EventHandler
  void on(ChannelOverwriteSet event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.setBy()),
                Thing.overwrite(event.channelId(), event.targetKind(), event.targetId()),
                Fields.of("allow", event.allow()).and("deny", event.deny()))
            .doneTo(Thing.channel(event.channelId()))
            .with(letIn(event.targetKind(), event.targetId())));
  }

  @EventHandler
  void on(ChannelOverwriteRemoved event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
                Happening.of(message, event.serverId(), event.removedBy()),
                Thing.overwrite(event.channelId(), event.targetKind(), event.targetId()))
            .doneTo(Thing.channel(event.channelId()))
            .with(letIn(event.targetKind(), event.targetId())));
  }

  /** Kinds of targets are called alike in events and here. */
  private static Thing letIn(String kind, UUID id) {
    return new Thing(kind, id.toString(), null);
  }

  @EventHandler
  void on(ChannelUnsynced event, TrackedEventMessage<?> message) {
    trail.write(
        changed(
                Happening.of(message, event.serverId(), event.unsyncedBy()),
                Thing.channel(event.channelId()),
                Fields.of("synced", false))
            .keeping(PARENT));
  }

  @EventHandler
  void on(ChannelSynced event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.syncedBy());
    trail.write(
        changed(happening, Thing.channel(event.channelId()), Fields.of("synced", true))
            .with(Thing.channel(event.folderId()))
            .keeping(PARENT));
    if (happening.undoes() != null) {
      trail.undoOverwritesOf(happening, event.channelId());
    }
    trail.dropOverwritesOf(happening, event.channelId());
  }

  @EventHandler
  void on(ChannelDeleted event, TrackedEventMessage<?> message) {
    trail.write(
        removed(
            Happening.of(message, event.serverId(), event.deletedBy()),
            Thing.channel(event.channelId())));
  }

  /** What it lets in is as it was: nobody could change that meanwhile. */
  @EventHandler
  void on(ChannelRestored event, TrackedEventMessage<?> message) {
    Happening happening = Happening.of(message, event.serverId(), event.restoredBy());
    Thing channel = Thing.channel(event.channelId());
    trail.write(
        created(
            happening,
            channel,
            Fields.of("name", event.name())
                .and("type", event.type())
                .and(PARENT, bare(event.folderId()))
                .and("private", isPrivate(event))
                .and("synced", event.synced())
                .and("topic", event.topic())
                .and("seconds", event.slowMode())
                .and("place", event.place())));
    trail.undo(happening, channel);
  }

  private static boolean isPrivate(ChannelRestored event) {
    return event
        .own()
        .roles()
        .getOrDefault(RoleId.everyone(event.serverId()), Overwrite.NOTHING)
        .deny()
        .contains(Permission.VIEW_CHANNEL);
  }
}
