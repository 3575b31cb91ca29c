package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.InvitationPage;
import io.beep.coreapi.invitation.ListInvitations;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListInvitationsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/invitations",
          "List invitations in force: all for who manages the server, one's own for others",
          InvitationPage.class);

  private final QueryAsker queries;

  ListInvitationsEndpoint(QueryAsker queries) {
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
        .ask(new ListInvitations(server, request.user()), InvitationPage.class, request)
        .map(Answer::ok);
  }
}
