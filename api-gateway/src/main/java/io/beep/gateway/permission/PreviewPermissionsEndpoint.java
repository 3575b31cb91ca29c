package io.beep.gateway.permission;

import io.beep.coreapi.permission.GetPermissionPreview;
import io.beep.coreapi.permission.PermissionPreviewView;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import reactor.core.publisher.Mono;

final class PreviewPermissionsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.asking(
              "/api/servers/{serverId}/permission-preview",
              "What a change of roles or overwrites would give and take, without making it",
              ProposedChange.class,
              PermissionPreviewView.class)
          .within(Limits.PREVIEWS);

  private final QueryAsker queries;

  PreviewPermissionsEndpoint(QueryAsker queries) {
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
        .ask(
            new GetPermissionPreview(
                server, request.body(ProposedChange.class).read(), request.user()),
            PermissionPreviewView.class,
            request)
        .map(Answer::ok);
  }
}
