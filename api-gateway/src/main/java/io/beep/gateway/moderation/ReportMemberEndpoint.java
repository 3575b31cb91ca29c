package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ReportMember;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReportMemberEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST,
              "/api/servers/{serverId}/members/{userId}/reports",
              "Report a member to who keeps order")
          .taking(Complaint.class)
          .within(Limits.REPORTS);

  private final CommandSender commands;

  ReportMemberEndpoint(CommandSender commands) {
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
    Complaint body = request.body(Complaint.class);
    return commands
        .send(new ReportMember(server, request.user(), user, body.reason(), body.text()), request)
        .map(outcome -> Answer.ok(new Acknowledged(user.value(), outcome.position())));
  }
}
