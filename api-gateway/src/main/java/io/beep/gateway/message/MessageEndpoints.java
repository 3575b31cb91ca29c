package io.beep.gateway.message;

import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class MessageEndpoints {

  private MessageEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries) {
    return List.of(
        new SendMessageEndpoint(commands),
        new ListChannelMessagesEndpoint(queries),
        new GetMessageEndpoint(queries),
        new EditMessageEndpoint(commands),
        new DeleteMessageEndpoint(commands),
        new GetMemberActivityEndpoint(queries),
        new SearchMessagesEndpoint(queries));
  }
}
