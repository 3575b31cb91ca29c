package io.beep.command.server;

import io.beep.command.shared.Seats;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permissions;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Founds servers: the server, its owner's membership and its first channels come to be in one
 * commit, or not at all.
 */
public final class ServerFoundation implements DecidesCommands {

  private static final List<Starter> STARTERS =
      List.of(new Starter("general", ChannelType.TEXT), new Starter("lounge", ChannelType.VOICE));

  private final Repository<Server> servers;
  private final Repository<Membership> memberships;
  private final ChannelBirth channels;
  private final Seats seats;
  private final IdGenerator ids;

  public ServerFoundation(
      Repository<Server> servers,
      Repository<Membership> memberships,
      ChannelBirth channels,
      Seats seats,
      IdGenerator ids) {
    this.servers = servers;
    this.memberships = memberships;
    this.channels = channels;
    this.seats = seats;
    this.ids = ids;
  }

  @CommandHandler
  CreatedServer decide(CreateServer command) throws Exception {
    ServerCreated birth =
        new ServerCreated(
            new ServerId(ids.next()),
            command.ownerId(),
            ServerRules.requireName(command.name()),
            ServerRules.requireDescription(command.description()),
            command.visibility().wireName(),
            Permissions.DEFAULT_FOR_EVERYONE.names());
    servers.newInstance(() -> new Server(birth));
    memberships.newInstance(
        () -> new Membership(new MemberJoined(birth.serverId(), birth.ownerId())));
    CreatedServer created =
        new CreatedServer(
            birth.serverId(),
            List.of(starter(birth, STARTERS.getFirst()), starter(birth, STARTERS.getLast())));
    seats.found(birth.ownerId(), birth.serverId());
    return created;
  }

  private StarterChannel starter(ServerCreated server, Starter starter) throws Exception {
    ChannelId channelId = new ChannelId(ids.next());
    channels.create(
        new ChannelCreated(
            channelId,
            server.serverId(),
            starter.name(),
            starter.type().wireName(),
            null,
            false,
            server.ownerId()));
    return new StarterChannel(channelId, starter.name(), starter.type().wireName());
  }

  private record Starter(String name, ChannelType type) {}

  /** Makes a channel within the commit of the running command. */
  @FunctionalInterface
  public interface ChannelBirth {
    void create(ChannelCreated birth) throws Exception;
  }
}
