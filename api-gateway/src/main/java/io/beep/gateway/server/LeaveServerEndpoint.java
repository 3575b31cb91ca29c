package io.beep.gateway.server;

import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class LeaveServerEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.DELETE, "/api/servers/{serverId}/members/me", "Leave a server");

  private final CommandSender commands;

  LeaveServerEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return commands
        .send(new LeaveServer(server, request.user()), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
