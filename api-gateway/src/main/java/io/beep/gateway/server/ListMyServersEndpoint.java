package io.beep.gateway.server;

import io.beep.coreapi.server.ListMyServers;
import io.beep.coreapi.server.ServerPage;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListMyServersEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/servers", "List the servers that you are in", ServerPage.class);

  private final QueryAsker queries;

  ListMyServersEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(new ListMyServers(request.user()), ServerPage.class, request)
        .map(Answer::ok);
  }
}
