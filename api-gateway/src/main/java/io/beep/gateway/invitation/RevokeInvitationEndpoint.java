package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RevokeInvitationEndpoint implements Endpoint {

  /** An acknowledgement of what has a code and no id. */
  record RevokedInvitation(InvitationCode code, long position) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.DELETE, "/api/invitations/{code}", "Revoke an invitation")
          .answering(200, RevokedInvitation.class);

  private final CommandSender commands;

  RevokeInvitationEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    InvitationCode code = InvitationEndpoints.invitationOf(request);
    return commands
        .send(new RevokeInvitation(code, request.user()), request)
        .map(outcome -> Answer.ok(new RevokedInvitation(code, outcome.position())));
  }
}
