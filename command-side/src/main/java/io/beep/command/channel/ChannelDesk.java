package io.beep.command.channel;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.command.shared.DeletionGrace;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelRosterId;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.PutChannelBack;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Makes, moves and deletes channels: each changes channels and the roster of their server in one
 * commit, or none. The roster is held first and to the commit, then the channels, always in this
 * order, so that no two wait for each other.
 */
public final class ChannelDesk implements DecidesCommands {

  private final Repository<Channel> channels;
  private final Repository<ChannelRoster> rosters;
  private final AccessState access;
  private final IdGenerator ids;
  private final CreationTimes creations;
  private final Clock clock;
  private final DeletionGrace grace;

  /**
   * @param grace how long a deleted channel can be restored
   */
  public ChannelDesk(
      Repository<Channel> channels,
      Repository<ChannelRoster> rosters,
      AccessState access,
      IdGenerator ids,
      CreationTimes creations,
      Clock clock,
      DeletionGrace grace) {
    this.channels = channels;
    this.rosters = rosters;
    this.access = access;
    this.ids = ids;
    this.creations = creations;
    this.clock = clock;
    this.grace = grace;
  }

  @CommandHandler
  ChannelId decide(CreateChannel command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_CHANNELS);
    String name = ChannelRules.requireName(command.name());
    ChannelId folder = command.parentId();
    requireParent(folder, command.type(), command.serverId());
    if (folder != null) {
      requireOfFolder(command.actor(), folder);
    }
    ChannelId channelId = new ChannelId(ids.next());
    Aggregate<Channel> channel =
        create(
            new ChannelCreated(
                channelId,
                command.serverId(),
                name,
                command.type().wireName(),
                folder,
                command.isPrivate(),
                command.actor()));
    channel.execute(it -> it.letIn(command.actor(), access));
    return channelId;
  }

  /** Within the commit of the running command, for whoever has decided that it may be. */
  public Aggregate<Channel> create(ChannelCreated birth) throws Exception {
    roster(birth.serverId())
        .execute(
            roster ->
                roster.list(
                    new ChannelListed(birth.channelId(), birth.serverId(), birth.parentId())));
    return channels.newInstance(() -> new Channel(birth));
  }

  @CommandHandler
  void decide(MoveChannel command) throws Exception {
    ServerId server = requireManager(command.actor(), command.channelId()).serverId();
    Aggregate<ChannelRoster> roster = roster(server);
    // Once more, now that the roster is held: the channel may be gone meanwhile.
    ChannelPlace place = requireManager(command.actor(), command.channelId());
    requireParent(command.folderId(), place.type(), server);
    Aggregate<Channel> channel = channels.load(command.channelId().toString());
    ChannelId folder = command.folderId();
    if (folder != null && !channel.<Boolean>invoke(it -> it.isIn(folder))) {
      requireOfFolder(command.actor(), folder);
    }
    roster.execute(
        it -> it.place(server, command.channelId(), folder, command.afterId(), command.actor()));
    channel.execute(it -> it.moveInto(command, access));
  }

  @CommandHandler
  void decide(PutChannelBack command) throws Exception {
    ServerId server = requireManager(command.actor(), command.channelId()).serverId();
    Aggregate<ChannelRoster> roster = roster(server);
    requireManager(command.actor(), command.channelId());
    ChannelId folder = channels.load(command.channelId().toString()).invoke(Channel::folder);
    roster.execute(
        it -> it.putBack(server, command.channelId(), folder, command.place(), command.actor()));
  }

  @CommandHandler
  void decide(DeleteChannel command) throws Exception {
    ServerId server = requireManager(command.actor(), command.channelId()).serverId();
    Aggregate<ChannelRoster> roster = roster(server);
    requireManager(command.actor(), command.channelId());
    ChannelId last = command.channelId();
    Instant finalAt = clock.instant().plus(grace.time());
    List<ChannelId> going = new ArrayList<>();
    for (ChannelId held : roster.invoke(it -> it.in(last))) {
      if (access.may(command.actor(), held, Permission.MANAGE_CHANNELS)
          || channels.load(held.toString()).<Boolean>invoke(Channel::isSynced)) {
        going.add(held);
      } else {
        leaveFolder(held, server, roster, command.actor());
      }
    }
    going.add(last);
    for (ChannelId channel : going) {
      ChannelId with = channel.equals(last) ? null : last;
      roster.execute(it -> it.unlist(new ChannelUnlisted(channel, server, with)));
      channels
          .load(channel.toString())
          .execute(it -> it.end(new ChannelDeleted(channel, server, command.actor(), finalAt)));
    }
  }

  /**
   * What someone may not delete by itself they do not delete with its folder: it stays, in no
   * folder. A refusal would tell them of channels that they do not see.
   */
  private void leaveFolder(
      ChannelId id, ServerId server, Aggregate<ChannelRoster> roster, UserId actor) {
    roster.execute(it -> it.place(server, id, null, id, actor));
    channels.load(id.toString()).execute(it -> it.leaveFolder(server, actor));
  }

  /** A folder comes before what it holds, so that whoever follows knows it by then. */
  @CommandHandler
  void decide(RestoreChannel command) throws Exception {
    ServerId server = requireRestorer(command).serverId();
    Aggregate<ChannelRoster> roster = roster(server);
    // Once more, now that the roster is held: it may be back meanwhile.
    requireRestorer(command);
    Aggregate<Channel> first = channels.load(command.channelId().toString());
    ChannelDeleted deletion = first.invoke(Channel::deletion);
    if (deletion == null) {
      return;
    }
    requireInTime(deletion);
    ChannelId folder = first.invoke(Channel::folder);
    if (folder != null && !access.isFolderOf(folder, server)) {
      throw new DomainException(new ChannelError.FolderDeleted());
    }
    List<ChannelId> coming = new ArrayList<>();
    coming.add(command.channelId());
    coming.addAll(roster.invoke(it -> it.wentWith(command.channelId())));
    for (ChannelId channel : coming) {
      restore(channel, server, roster, command.actor());
    }
  }

  private void restore(
      ChannelId id, ServerId server, Aggregate<ChannelRoster> roster, UserId actor) {
    Aggregate<Channel> channel = channels.load(id.toString());
    ChannelId folder = channel.invoke(Channel::folder);
    roster.execute(it -> it.relist(id, server, folder));
    String place = roster.invoke(it -> it.placeOf(id));
    channel.execute(it -> it.restore(server, place, creations.of(id), actor));
  }

  private void requireInTime(ChannelDeleted deletion) {
    Instant finalAt = deletion.finalAt();
    if (finalAt == null || !clock.instant().isBefore(finalAt)) {
      throw new DomainException(new ChannelError.DeletionFinal());
    }
  }

  private ChannelPlace requireRestorer(RestoreChannel command) {
    return access.requireInDeletedChannel(
        command.actor(), command.channelId(), Permission.MANAGE_CHANNELS);
  }

  private Aggregate<ChannelRoster> roster(ServerId server) throws Exception {
    return rosters.loadOrCreate(new ChannelRosterId(server).toString(), ChannelRoster::new);
  }

  private ChannelPlace requireManager(UserId actor, ChannelId channel) {
    return access.requireInChannel(actor, channel, Permission.MANAGE_CHANNELS);
  }

  private void requireParent(@Nullable ChannelId parent, ChannelType type, ServerId server) {
    if (parent != null && (type == ChannelType.FOLDER || !access.isFolderOf(parent, server))) {
      throw new DomainException(new ChannelError.ParentInvalid());
    }
  }

  /** A folder that one does not see is no folder. */
  private void requireOfFolder(UserId actor, ChannelId folder) {
    if (!access.sees(actor, folder)) {
      throw new DomainException(new ChannelError.ParentInvalid());
    }
    requireManager(actor, folder);
  }
}
