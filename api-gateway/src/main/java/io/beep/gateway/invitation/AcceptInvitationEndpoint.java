package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Answers the id of the server that one is in now. */
final class AcceptInvitationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.POST, "/api/invitations/{code}/accept", "Enter a server by an invitation");

  private final CommandSender commands;

  AcceptInvitationEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return commands
        .send(
            new AcceptInvitation(InvitationEndpoints.invitationOf(request), request.user()),
            request)
        .map(
            outcome ->
                Answer.ok(
                    new Acknowledged(outcome.value(ServerId.class).value(), outcome.position())));
  }
}
