package io.beep.gateway.moderation;

import io.beep.coreapi.server.BanMember;
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

final class BanMemberEndpoint implements Endpoint {

  record Ban(@Nullable String reason) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.PUT, "/api/servers/{serverId}/bans/{userId}", "Ban someone")
          .perhapsTaking(Ban.class);

  private final CommandSender commands;

  BanMemberEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UserId user = request.id("userId", UserId::of, "user");
    Ban body = request.body(Ban.class);
    return commands
        .send(new BanMember(server, request.user(), user, body.reason()), request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
