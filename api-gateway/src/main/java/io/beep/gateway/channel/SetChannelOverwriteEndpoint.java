package io.beep.gateway.channel;

import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class SetChannelOverwriteEndpoint implements Endpoint {

  record NewOverwrite(PermissionSet allow, PermissionSet deny) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT,
              "/api/channels/{channelId}/overwrites/{targetId}",
              "Give to or take from a role or a member in a channel")
          .taking(NewOverwrite.class);

  private final CommandSender commands;

  SetChannelOverwriteEndpoint(CommandSender commands) {
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
    NewOverwrite body = request.body(NewOverwrite.class);
    return commands
        .send(
            new SetChannelOverwrite(channel, request.user(), target, body.allow(), body.deny()),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(channel.value(), outcome.position())));
  }
}
