package io.beep.gateway.moderation;

import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class TimeOutMemberEndpoint implements Endpoint {

  /**
   * @param until null when {@code durationSeconds} is given
   * @param durationSeconds null when {@code until} is given
   */
  record Timeout(
      @Nullable Instant until, @Nullable Long durationSeconds, @Nullable String reason) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT,
              "/api/servers/{serverId}/members/{userId}/timeout",
              "Time a member out")
          .taking(Timeout.class);

  private final CommandSender commands;

  TimeOutMemberEndpoint(CommandSender commands) {
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
    Timeout body = request.body(Timeout.class);
    return commands
        .send(
            new TimeOutMember(
                server, request.user(), user, body.until(), body.durationSeconds(), body.reason()),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
