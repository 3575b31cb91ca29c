package io.beep.gateway.server;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetServerEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}", "Get a server with its channels", ServerView.class);

  private final QueryAsker queries;

  GetServerEndpoint(QueryAsker queries) {
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
        .map(Answer::ok);
  }
}
