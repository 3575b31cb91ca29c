package io.beep.gateway.channel;

import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DeleteChannelEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.DELETE, "/api/channels/{channelId}", "Delete a channel");

  private final CommandSender commands;

  DeleteChannelEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    return commands
        .send(new DeleteChannel(channel, request.user()), request)
        .map(outcome -> Answer.ok(new Acknowledged(channel.value(), outcome.position())));
  }
}
