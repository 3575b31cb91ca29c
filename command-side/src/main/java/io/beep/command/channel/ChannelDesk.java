package io.beep.command.channel;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
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
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
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

  public ChannelDesk(
      Repository<Channel> channels,
      Repository<ChannelRoster> rosters,
      AccessState access,
      IdGenerator ids) {
    this.channels = channels;
    this.rosters = rosters;
    this.access = access;
    this.ids = ids;
  }

  @CommandHandler
  ChannelId decide(CreateChannel command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_CHANNELS);
    String name = ChannelRules.requireName(command.name());
    requireParent(command.parentId(), command.type(), command.serverId());
    ChannelId channelId = new ChannelId(ids.next());
    create(
        new ChannelCreated(
            channelId,
            command.serverId(),
            name,
            command.type().wireName(),
            command.parentId(),
            command.isPrivate(),
            command.actor()));
    return channelId;
  }

  /** Within the commit of the running command, for whoever has decided that it may be. */
  public void create(ChannelCreated birth) throws Exception {
    roster(birth.serverId())
        .execute(
            roster ->
                roster.list(
                    new ChannelListed(birth.channelId(), birth.serverId(), birth.parentId())));
    channels.newInstance(() -> new Channel(birth));
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
  void decide(DeleteChannel command) throws Exception {
    ServerId server = requireManager(command.actor(), command.channelId()).serverId();
    Aggregate<ChannelRoster> roster = roster(server);
    requireManager(command.actor(), command.channelId());
    List<ChannelId> going = new ArrayList<>(roster.invoke(it -> it.in(command.channelId())));
    going.add(command.channelId());
    for (ChannelId channel : going) {
      roster.execute(it -> it.unlist(new ChannelUnlisted(channel, server)));
      channels
          .load(channel.toString())
          .execute(it -> it.end(new ChannelDeleted(channel, server, command.actor())));
    }
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
