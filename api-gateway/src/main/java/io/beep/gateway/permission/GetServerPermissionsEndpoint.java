package io.beep.gateway.permission;

import io.beep.coreapi.permission.GetServerPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetServerPermissionsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/permissions/{userId}",
          "What a member may do in a server, and why",
          MemberPermissionsView.class);

  private final QueryAsker queries;

  GetServerPermissionsEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId member = request.id("userId", UserId::of, "membership");
    return queries
        .ask(
            new GetServerPermissions(server, member, request.user()),
            MemberPermissionsView.class,
            request)
        .map(Answer::ok);
  }
}
