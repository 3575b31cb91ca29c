package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.GetOwnLimits;
import io.beep.coreapi.moderation.OwnLimitsView;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetOwnLimitsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/members/me/limits",
          "Read until when one is limited because one is new",
          OwnLimitsView.class);

  private final QueryAsker queries;

  GetOwnLimitsEndpoint(QueryAsker queries) {
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
        .ask(new GetOwnLimits(server, request.user()), OwnLimitsView.class, request)
        .map(Answer::ok);
  }
}
