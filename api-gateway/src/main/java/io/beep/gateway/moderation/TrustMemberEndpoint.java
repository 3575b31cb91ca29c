package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.TrustMember;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class TrustMemberEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.PUT,
          "/api/servers/{serverId}/members/{userId}/trust",
          "Let a new member do what others may");

  private final CommandSender commands;

  TrustMemberEndpoint(CommandSender commands) {
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
    return commands
        .send(new TrustMember(server, request.user(), user), request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
