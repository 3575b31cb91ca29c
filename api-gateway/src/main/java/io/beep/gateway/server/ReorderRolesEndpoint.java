package io.beep.gateway.server;

import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReorderRolesEndpoint implements Endpoint {

  /**
   * @param order every role but that of everyone, the highest first
   */
  record RoleOrder(List<@Nullable String> order) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH, "/api/servers/{serverId}/roles", "Put roles into another order")
          .taking(RoleOrder.class);

  private final CommandSender commands;

  ReorderRolesEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    List<RoleId> order = ApiRequest.ids("order", request.body(RoleOrder.class).order(), RoleId::of);
    return commands
        .send(new ReorderRoles(server, request.user(), order), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
