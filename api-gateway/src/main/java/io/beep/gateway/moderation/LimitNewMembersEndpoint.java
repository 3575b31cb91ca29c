package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class LimitNewMembersEndpoint implements Endpoint {

  /**
   * @param seconds 0, 600, 3600, 86400 or 259200
   */
  record NewMemberLimit(long seconds) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT,
              "/api/servers/{serverId}/safety/new-members",
              "Say how long new members are limited")
          .taking(NewMemberLimit.class);

  private final CommandSender commands;

  LimitNewMembersEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    NewMemberLimit body = request.body(NewMemberLimit.class);
    return commands
        .send(new LimitNewMembers(server, request.user(), body.seconds()), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}
