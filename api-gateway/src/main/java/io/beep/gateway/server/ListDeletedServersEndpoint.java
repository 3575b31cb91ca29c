package io.beep.gateway.server;

import io.beep.coreapi.server.DeletedServerPage;
import io.beep.coreapi.server.ListDeletedServers;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListDeletedServersEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/deleted",
          "List the servers that you deleted and that are not gone yet",
          DeletedServerPage.class);

  private final QueryAsker queries;

  ListDeletedServersEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(new ListDeletedServers(request.user()), DeletedServerPage.class, request)
        .map(Answer::ok);
  }
}
