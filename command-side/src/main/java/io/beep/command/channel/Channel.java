package io.beep.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.EditChannel;
import io.beep.coreapi.channel.FinishChannelDeletion;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

/** A place to talk in a server, or a folder of such places. */
public final class Channel {

  @AggregateIdentifier private @Nullable ChannelId id;
  @AggregateMember private final ChannelOverwrites overwrites = new ChannelOverwrites();
  private String name = "";
  private @Nullable String topic;
  private int slowMode;
  private String type = "";

  /** Null for one that is there. */
  private @Nullable ChannelDeleted deletion;

  Channel() {}

  Channel(ChannelCreated birth) {
    apply(birth);
  }

  /**
   * All that is wished is looked at before any of it is done: what makes it private or public, and
   * looks for itself, comes first of what is done and last of what is looked at.
   */
  @CommandHandler
  void decide(EditChannel command, AccessState access) {
    UserId actor = command.actor();
    String newName = command.name();
    NewText newTopic = command.topic();
    Integer newSlowMode = command.slowMode();
    Boolean hidden = command.isPrivate();
    boolean managed = newName != null || newTopic != null || newSlowMode != null;
    ChannelPlace place =
        managed
            ? requireManager(actor, command.channelId(), access)
            : requireThere(actor, command.channelId(), access, Permission.VIEW_CHANNEL);
    String wishedName = newName == null ? name : ChannelRules.requireName(newName);
    String wishedTopic = newTopic == null ? topic : ChannelRules.requireTopic(newTopic.text());
    int wishedSlowMode =
        newSlowMode == null ? slowMode : ChannelRules.requireSlowMode(newSlowMode, place.type());
    if (hidden != null) {
      overwrites.setPrivate(hidden, place.channelId(), actor, access);
    }
    rename(place, wishedName, actor);
    setTopic(place, wishedTopic, actor);
    setSlowMode(place, wishedSlowMode, actor);
  }

  @CommandHandler
  void decide(RenameChannel command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    rename(place, ChannelRules.requireName(command.name()), command.actor());
  }

  private void rename(ChannelPlace place, String wished, UserId actor) {
    if (!wished.equals(name)) {
      apply(new ChannelRenamed(place.channelId(), place.serverId(), wished, actor));
    }
  }

  @CommandHandler
  void decide(SetChannelTopic command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    setTopic(place, ChannelRules.requireTopic(command.topic()), command.actor());
  }

  private void setTopic(ChannelPlace place, @Nullable String wished, UserId actor) {
    if (!Objects.equals(wished, topic)) {
      apply(new ChannelTopicSet(place.channelId(), place.serverId(), wished, actor));
    }
  }

  @CommandHandler
  void decide(SetChannelSlowMode command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    setSlowMode(
        place, ChannelRules.requireSlowMode(command.seconds(), place.type()), command.actor());
  }

  private void setSlowMode(ChannelPlace place, int wished, UserId actor) {
    if (wished != slowMode) {
      apply(new ChannelSlowModeSet(place.channelId(), place.serverId(), wished, actor));
    }
  }

  boolean isIn(ChannelId folder) {
    return overwrites.isIn(folder);
  }

  void moveInto(MoveChannel command, AccessState access) {
    overwrites.moveInto(command, access);
  }

  /** Whether the overwrites of its folder count, and not its own. */
  boolean isSynced() {
    return overwrites.synced();
  }

  /** Of one that does not follow its folder: what anyone may do in it stays. */
  void leaveFolder(ServerId server, UserId actor) {
    apply(new ChannelMoved(Objects.requireNonNull(id), server, null, actor));
  }

  /** Lets its maker see it, who would not otherwise. */
  void letIn(UserId maker, AccessState access) {
    overwrites.letIn(maker, access);
  }

  void end(ChannelDeleted end) {
    apply(end);
  }

  /** Null for one that is there. */
  @Nullable ChannelDeleted deletion() {
    return deletion;
  }

  /** Null when it is in none. */
  @Nullable ChannelId folder() {
    return overwrites.folder();
  }

  /** Brings back all that it was when it was deleted. */
  void restore(ServerId server, String place, Instant createdAt, UserId actor) {
    ChannelId channel = Objects.requireNonNull(id);
    apply(
        new ChannelRestored(
            channel,
            server,
            name,
            type,
            topic,
            slowMode,
            overwrites.folder(),
            overwrites.synced(),
            place,
            overwrites.allowed(),
            overwrites.denied(),
            createdAt,
            actor));
  }

  @CommandHandler
  void decide(FinishChannelDeletion command, Clock clock) {
    Instant finalAt = deletion == null ? null : deletion.finalAt();
    if (deletion == null || finalAt == null || clock.instant().isBefore(finalAt)) {
      throw new DomainException(new ChannelError.DeletionNotDue());
    }
    apply(
        new ChannelDeletionFinished(
            deletion.channelId(), deletion.serverId(), deletion.deletedBy()));
  }

  private ChannelPlace requireManager(UserId actor, ChannelId channelId, AccessState access) {
    return requireThere(actor, channelId, access, Permission.MANAGE_CHANNELS);
  }

  /** Whoever asked before it was deleted comes too late. */
  private ChannelPlace requireThere(
      UserId actor, ChannelId channelId, AccessState access, Permission needed) {
    if (deletion != null) {
      throw new DomainException(new CommonError.NotFound("channel"));
    }
    return access.requireInChannel(actor, channelId, needed);
  }

  @EventSourcingHandler
  void evolve(ChannelCreated event) {
    id = event.channelId();
    name = event.name();
    type = event.type();
  }

  @EventSourcingHandler
  void evolve(ChannelRenamed event) {
    name = event.name();
  }

  @EventSourcingHandler
  void evolve(ChannelTopicSet event) {
    topic = event.topic();
  }

  @EventSourcingHandler
  void evolve(ChannelSlowModeSet event) {
    slowMode = event.seconds();
  }

  @EventSourcingHandler
  void evolve(ChannelDeleted event) {
    deletion = event;
    if (event.finalAt() == null) {
      markDeleted();
    }
  }

  @EventSourcingHandler
  void evolve(ChannelRestored event) {
    deletion = null;
  }

  @EventSourcingHandler
  void evolve(ChannelDeletionFinished event) {
    markDeleted();
  }
}
