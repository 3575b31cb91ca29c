package io.beep.gateway.message;

import io.beep.coreapi.message.GetMemberActivity;
import io.beep.coreapi.message.MemberActivityView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import reactor.core.publisher.Mono;

final class GetMemberActivityEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
              "/api/servers/{serverId}/members/{userId}/activity",
              "Read how much a member wrote",
              MemberActivityView.class)
          .within(Limits.SEARCH);

  private final QueryAsker queries;

  GetMemberActivityEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId user = request.id("userId", UserId::of, "membership");
    return queries
        .ask(new GetMemberActivity(server, request.user(), user), MemberActivityView.class, request)
        .map(Answer::ok);
  }
}
