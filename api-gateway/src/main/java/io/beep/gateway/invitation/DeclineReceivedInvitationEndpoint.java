package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.DeclineMemberInvitation;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DeclineReceivedInvitationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.DELETE,
          "/api/me/invitations/{serverId}",
          "Stay out of a server that you are asked into");

  private final CommandSender commands;

  DeclineReceivedInvitationEndpoint(CommandSender commands) {
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
        .send(new DeclineMemberInvitation(server, request.user()), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
