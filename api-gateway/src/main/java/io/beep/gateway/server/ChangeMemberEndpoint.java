package io.beep.gateway.server;

import io.beep.coreapi.server.SetMemberRoles;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
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

final class ChangeMemberEndpoint implements Endpoint {

  /**
   * @param roles all that the member shall have, without that of everyone
   */
  record MemberChange(List<@Nullable String> roles) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH,
              "/api/servers/{serverId}/members/{userId}",
              "Set the roles of a member")
          .taking(MemberChange.class);

  private final CommandSender commands;

  ChangeMemberEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId user = request.id("userId", UserId::of, "membership");
    List<RoleId> roles =
        ApiRequest.ids("roles", request.body(MemberChange.class).roles(), RoleId::of);
    return commands
        .send(new SetMemberRoles(server, request.user(), user, roles), request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
