package io.beep.gateway.channel;

import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class ChannelEndpoints {

  private ChannelEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries) {
    return List.of(
        new CreateChannelEndpoint(commands),
        new ListChannelsEndpoint(queries),
        new ChangeChannelEndpoint(commands),
        new DeleteChannelEndpoint(commands),
        new RestoreChannelEndpoint(commands),
        new MoveChannelEndpoint(commands),
        new GetChannelOverwritesEndpoint(queries),
        new SetChannelOverwriteEndpoint(commands),
        new RemoveChannelOverwriteEndpoint(commands),
        new SyncChannelEndpoint(commands));
  }
}
