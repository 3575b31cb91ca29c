package io.beep.gateway.server;

import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class CreateRoleEndpoint implements Endpoint {

  record NewRole(String name, @Nullable String colour, @Nullable PermissionSet permissions) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.POST, "/api/servers/{serverId}/roles", "Create a role")
          .taking(NewRole.class)
          .answering(201, Acknowledged.class);

  private final CommandSender commands;

  CreateRoleEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    NewRole body = request.body(NewRole.class);
    CreateRole command =
        new CreateRole(
            server,
            request.user(),
            body.name(),
            body.colour(),
            body.permissions() == null ? PermissionSet.NONE : body.permissions());
    return commands
        .send(command, request)
        .map(
            outcome -> {
              UUID id = outcome.value(RoleId.class).value();
              return Answer.created(
                  "/api/servers/" + server.value() + "/roles/" + id,
                  new Acknowledged(id, outcome.position()));
            });
  }
}
