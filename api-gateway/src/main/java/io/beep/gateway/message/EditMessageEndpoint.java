package io.beep.gateway.message;

import io.beep.coreapi.message.EditMessage;
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

final class EditMessageEndpoint implements Endpoint {

  record Edit(String content) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.PATCH, "/api/messages/{messageId}", "Edit your message")
          .taking(Edit.class)
          .within(Limits.SEND);

  private final CommandSender commands;

  EditMessageEndpoint(CommandSender commands) {
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
        .send(new EditMessage(message, request.user(), request.body(Edit.class).content()), request)
        .map(outcome -> Answer.ok(new Acknowledged(message.value(), outcome.position())));
  }
}
