package io.beep.command.server;

import io.beep.command.shared.Seats;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerTemplate;
import io.beep.coreapi.server.ServerTemplates;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.TemplateView;
import io.beep.coreapi.server.TemplateView.TemplateChannel;
import io.beep.coreapi.server.TemplateView.TemplateRole;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Founds servers: the server, its roles, its owner's membership and its first channels come to be
 * in one commit, or not at all.
 */
public final class ServerFoundation implements DecidesCommands {

  private static final String ENGLISH = "en";

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
    TemplateView template =
        ServerTemplates.of(
            Objects.requireNonNullElse(command.template(), ServerTemplate.BLANK),
            Objects.requireNonNullElse(command.language(), ENGLISH));
    List<RoleCreated> roles = template.roles().stream().map(role -> starter(birth, role)).toList();
    servers.newInstance(() -> new Server(birth, roles));
    memberships.newInstance(
        () -> new Membership(new MemberJoined(birth.serverId(), birth.ownerId())));
    CreatedServer created =
        new CreatedServer(birth.serverId(), starters(birth, template.channels()));
    seats.found(birth.ownerId(), birth.serverId());
    return created;
  }

  private RoleCreated starter(ServerCreated server, TemplateRole role) {
    return new RoleCreated(
        server.serverId(),
        new RoleId(ids.next()),
        role.name(),
        role.colour(),
        role.permissions().names(),
        server.ownerId());
  }

  private List<StarterChannel> starters(ServerCreated server, List<TemplateChannel> channelsOf)
      throws Exception {
    Map<String, ChannelId> folders = new HashMap<>();
    List<StarterChannel> starters = new ArrayList<>();
    for (TemplateChannel channel : channelsOf) {
      ChannelId channelId = new ChannelId(ids.next());
      channels.create(
          new ChannelCreated(
              channelId,
              server.serverId(),
              channel.name(),
              channel.type(),
              channel.folder() == null ? null : folders.get(channel.folder()),
              channel.hidden(),
              server.ownerId()));
      if (channel.type().equals(ChannelType.FOLDER.wireName())) {
        folders.put(channel.name(), channelId);
      } else {
        starters.add(new StarterChannel(channelId, channel.name(), channel.type()));
      }
    }
    return starters;
  }

  /** Makes a channel within the commit of the running command. */
  @FunctionalInterface
  public interface ChannelBirth {
    void create(ChannelCreated birth) throws Exception;
  }
}
