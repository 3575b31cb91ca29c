package io.beep.gateway.message;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class SendMessageEndpoint implements Endpoint {

  record NewMessage(String content, @Nullable String replyTo) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.POST, "/api/channels/{channelId}/messages", "Send a message")
          .taking(NewMessage.class)
          .answering(201, Acknowledged.class)
          .within(Limits.SEND);

  private final CommandSender commands;

  SendMessageEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    NewMessage body = request.body(NewMessage.class);
    MessageId replyTo = ApiRequest.optionalId("replyTo", body.replyTo(), MessageId::of);
    return commands
        .send(new SendMessage(channel, request.user(), body.content(), replyTo), request)
        .map(
            outcome -> {
              UUID id = outcome.value(MessageId.class).value();
              return Answer.created(
                  "/api/messages/" + id, new Acknowledged(id, outcome.position()));
            });
  }
}
