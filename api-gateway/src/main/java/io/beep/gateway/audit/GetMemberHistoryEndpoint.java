package io.beep.gateway.audit;

import io.beep.coreapi.audit.GetMemberHistory;
import io.beep.coreapi.audit.MemberHistoryView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetMemberHistoryEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/members/{userId}/history",
          "Read what there was with a member",
          MemberHistoryView.class);

  private final QueryAsker queries;

  GetMemberHistoryEndpoint(QueryAsker queries) {
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
        .ask(new GetMemberHistory(server, request.user(), user), MemberHistoryView.class, request)
        .map(Answer::ok);
  }
}
