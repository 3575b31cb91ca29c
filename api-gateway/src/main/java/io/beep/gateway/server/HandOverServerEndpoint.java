package io.beep.gateway.server;

import io.beep.coreapi.server.HandOverServer;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class HandOverServerEndpoint implements Endpoint {

  record NewOwner(String userId) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT, "/api/servers/{serverId}/owner", "Hand a server over to a member")
          .taking(NewOwner.class);

  private final CommandSender commands;

  HandOverServerEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId owner =
        Objects.requireNonNull(
            ApiRequest.optionalId("userId", request.body(NewOwner.class).userId(), UserId::of));
    return commands
        .send(new HandOverServer(server, request.user(), owner), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
