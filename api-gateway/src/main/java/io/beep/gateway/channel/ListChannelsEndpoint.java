package io.beep.gateway.channel;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerChannelView;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import reactor.core.publisher.Mono;

final class ListChannelsEndpoint implements Endpoint {

  /**
   * The channels of a server that the asking one may see.
   *
   * @param position the place in the event stream up to which the answer knows everything
   */
  record Channels(List<ServerChannelView> items, long position) {}

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/channels", "List the channels of a server", Channels.class);

  private final QueryAsker queries;

  ListChannelsEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return queries
        .ask(new GetServer(server, request.user()), ServerView.class, request)
        .map(view -> Answer.ok(new Channels(view.channels(), view.position())));
  }
}
