package io.beep.gateway.moderation;

import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class KickMemberEndpoint implements Endpoint {

  record Kick(@Nullable String reason) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.DELETE, "/api/servers/{serverId}/members/{userId}", "Kick a member")
          .perhapsTaking(Kick.class);

  private final CommandSender commands;

  KickMemberEndpoint(CommandSender commands) {
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
    Kick body = request.body(Kick.class);
    return commands
        .send(new KickMember(server, request.user(), user, body.reason()), request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
