package io.beep.gateway.server;

import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.ServerCommand;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.Steps;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Each field is a command of its own, sent in the order name, colour, permissions; the first
 * refusal ends it.
 */
final class ChangeRoleEndpoint implements Endpoint {

  record RoleChange(@Nullable String name, Change colour, @Nullable PermissionSet permissions) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH,
              "/api/servers/{serverId}/roles/{roleId}",
              "Rename or colour a role, or set its permissions")
          .taking(RoleChange.class);

  private final CommandSender commands;

  ChangeRoleEndpoint(CommandSender commands) {
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
    RoleChange body = request.body(RoleChange.class);
    Map<String, ServerCommand> steps = new LinkedHashMap<>();
    if (body.name() != null) {
      steps.put("name", new RenameRole(server, request.user(), role, body.name()));
    }
    if (body.colour().given()) {
      steps.put("colour", new RecolourRole(server, request.user(), role, body.colour().value()));
    }
    if (body.permissions() != null) {
      steps.put(
          "permissions", new SetRolePermissions(server, request.user(), role, body.permissions()));
    }
    return Steps.send(commands, steps, role, request);
  }
}
