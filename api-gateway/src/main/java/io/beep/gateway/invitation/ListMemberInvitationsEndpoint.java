package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.ListMemberInvitations;
import io.beep.coreapi.invitation.MemberInvitationPage;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListMemberInvitationsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/servers/{serverId}/member-invitations",
          "List who was asked into a server and has not answered",
          MemberInvitationPage.class);

  private final QueryAsker queries;

  ListMemberInvitationsEndpoint(QueryAsker queries) {
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
        .ask(new ListMemberInvitations(server, request.user()), MemberInvitationPage.class, request)
        .map(Answer::ok);
  }
}
