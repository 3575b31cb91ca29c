package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.AcceptMemberInvitation;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class AcceptReceivedInvitationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.POST,
          "/api/me/invitations/{serverId}/accept",
          "Enter a server that you are asked into");

  private final CommandSender commands;

  AcceptReceivedInvitationEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "invitation");
    return commands
        .send(new AcceptMemberInvitation(server, request.user()), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
