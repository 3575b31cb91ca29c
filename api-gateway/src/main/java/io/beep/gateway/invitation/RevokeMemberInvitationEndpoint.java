package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RevokeMemberInvitationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.DELETE,
          "/api/servers/{serverId}/member-invitations/{userId}",
          "Ask someone to come into a server no more");

  private final CommandSender commands;

  RevokeMemberInvitationEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId invited = request.id("userId", UserId::of, "invitation");
    return commands
        .send(new RevokeMemberInvitation(server, request.user(), invited), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
