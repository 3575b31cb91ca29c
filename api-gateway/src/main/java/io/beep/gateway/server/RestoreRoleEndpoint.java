package io.beep.gateway.server;

import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RestoreRoleEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.POST,
          "/api/servers/{serverId}/roles/{roleId}/restore",
          "Restore a deleted role");

  private final CommandSender commands;

  RestoreRoleEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    RoleId role = request.id("roleId", RoleId::of, "role");
    return commands
        .send(new RestoreRole(server, request.user(), role), request)
        .map(outcome -> Answer.ok(new Acknowledged(role.value(), outcome.position())));
  }
}
