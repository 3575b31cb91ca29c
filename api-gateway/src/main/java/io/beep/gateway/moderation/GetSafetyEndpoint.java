package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.GetSafety;
import io.beep.coreapi.moderation.SafetyView;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetSafetyEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/safety",
          "Read how a server keeps itself safe",
          SafetyView.class);

  private final QueryAsker queries;

  GetSafetyEndpoint(QueryAsker queries) {
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
        .ask(new GetSafety(server, request.user()), SafetyView.class, request)
        .map(Answer::ok);
  }
}
