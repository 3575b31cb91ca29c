package io.beep.gateway.message;

import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.shared.MessageId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DeleteMessageEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.DELETE, "/api/messages/{messageId}", "Delete a message");

  private final CommandSender commands;

  DeleteMessageEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    MessageId message = request.id("messageId", MessageId::of, "message");
    return commands
        .send(new DeleteMessage(message, request.user()), request)
        .map(outcome -> Answer.ok(new Acknowledged(message.value(), outcome.position())));
  }
}
