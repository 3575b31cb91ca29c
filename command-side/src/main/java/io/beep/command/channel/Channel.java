package io.beep.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.permission.Permission;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A place to talk in a server, or a folder of such places. */
public final class Channel {

  @AggregateIdentifier private @Nullable ChannelId id;
  @AggregateMember private final ChannelOverwrites overwrites = new ChannelOverwrites();
  private String name = "";
  private @Nullable String topic;

  Channel() {}

  /** Is born with the server that has it, when no command of its own asks for it. */
  public Channel(ChannelCreated birth) {
    apply(birth);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  ChannelId decide(CreateChannel command, AccessState access, IdGenerator ids) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_CHANNELS);
    requireParentIsFolder(command, access);
    ChannelId channelId = new ChannelId(ids.next());
    apply(
        new ChannelCreated(
            channelId,
            command.serverId(),
            ChannelRules.requireName(command.name()),
            command.type().wireName(),
            command.parentId(),
            command.isPrivate(),
            command.actor()));
    return channelId;
  }

  @CommandHandler
  void decide(RenameChannel command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    String wished = ChannelRules.requireName(command.name());
    if (!wished.equals(name)) {
      apply(new ChannelRenamed(place.channelId(), place.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(SetChannelTopic command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    String wished = ChannelRules.requireTopic(command.topic());
    if (!Objects.equals(wished, topic)) {
      apply(new ChannelTopicSet(place.channelId(), place.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(DeleteChannel command, AccessState access) {
    ChannelPlace place = requireManager(command.actor(), command.channelId(), access);
    apply(new ChannelDeleted(place.channelId(), place.serverId(), command.actor()));
  }

  private static ChannelPlace requireManager(
      io.beep.coreapi.shared.UserId actor, ChannelId channelId, AccessState access) {
    return access.requireInChannel(actor, channelId, Permission.MANAGE_CHANNELS);
  }

  private static void requireParentIsFolder(CreateChannel command, AccessState access) {
    ChannelId parent = command.parentId();
    if (parent == null) {
      return;
    }
    if (command.type() == ChannelType.FOLDER || !access.isFolderOf(parent, command.serverId())) {
      throw new DomainException(new ChannelError.ParentInvalid());
    }
  }

  @EventSourcingHandler
  void evolve(ChannelCreated event) {
    id = event.channelId();
    name = event.name();
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
  void evolve(ChannelDeleted event) {
    markDeleted();
  }
}
