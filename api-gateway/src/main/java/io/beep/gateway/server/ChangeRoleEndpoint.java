package io.beep.gateway.server;

import io.beep.coreapi.server.EditRole;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import io.beep.gateway.shared.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** All fields are one command: when one is refused, none is changed. */
final class ChangeRoleEndpoint implements Endpoint {

  record RoleChange(@Nullable String name, Change colour, @Nullable PermissionSet permissions) {

    private boolean saysNothing() {
      return name == null && !colour.given() && permissions == null;
    }
  }

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
    if (body.saysNothing()) {
      throw Problems.nothingToChange().exception();
    }
    return commands
        .send(
            new EditRole(
                server,
                request.user(),
                role,
                body.name(),
                body.colour().newText(),
                body.permissions()),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(role.value(), outcome.position())));
  }
}
