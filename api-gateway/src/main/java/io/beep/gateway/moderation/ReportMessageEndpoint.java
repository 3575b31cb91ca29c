package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ReportMessage;
import io.beep.coreapi.shared.MessageId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReportMessageEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST,
              "/api/messages/{messageId}/reports",
              "Report a message to who keeps order")
          .taking(Complaint.class)
          .within(Limits.REPORTS);

  private final CommandSender commands;

  ReportMessageEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    MessageId message = request.id("messageId", MessageId::of, "message");
    Complaint body = request.body(Complaint.class);
    return commands
        .send(new ReportMessage(message, request.user(), body.reason(), body.text()), request)
        .map(outcome -> Answer.ok(new Acknowledged(message.value(), outcome.position())));
  }
}
