package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.GetInvitation;
import io.beep.coreapi.invitation.InvitationPreviewView;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import reactor.core.publisher.Mono;

/** Needs no token, so that one sees what one is invited to before one signs up. */
final class GetInvitationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
              "/api/invitations/{code}",
              "Look at what an invitation leads to",
              InvitationPreviewView.class)
          .within(Limits.INVITATION_LOOKS)
          .openToAll();

  private final QueryAsker queries;

  GetInvitationEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(
            new GetInvitation(InvitationEndpoints.invitationOf(request), request.userOrNull()),
            InvitationPreviewView.class,
            request)
        .map(Answer::ok);
  }
}
