package io.beep.gateway.channel;

import io.beep.coreapi.channel.RemoveChannelOverwrite;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RemoveChannelOverwriteEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.DELETE,
          "/api/channels/{channelId}/overwrites/{targetId}",
          "Give to and take from a role or a member in a channel nothing any more");

  private final CommandSender commands;

  RemoveChannelOverwriteEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    UUID target = request.id("targetId", RoleId::of, "overwrite").value();
    return commands
        .send(new RemoveChannelOverwrite(channel, request.user(), target), request)
        .map(outcome -> Answer.ok(new Acknowledged(channel.value(), outcome.position())));
  }
}
