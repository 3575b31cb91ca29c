package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.ListReceivedInvitations;
import io.beep.coreapi.invitation.ReceivedInvitationPage;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListReceivedInvitationsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/me/invitations",
          "List the servers that you are asked into",
          ReceivedInvitationPage.class);

  private final QueryAsker queries;

  ListReceivedInvitationsEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(new ListReceivedInvitations(request.user()), ReceivedInvitationPage.class, request)
        .map(Answer::ok);
  }
}
