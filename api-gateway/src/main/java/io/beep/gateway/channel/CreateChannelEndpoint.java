package io.beep.gateway.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class CreateChannelEndpoint implements Endpoint {

  record NewChannel(
      String name,
      ChannelType type,
      @Nullable String parentId,
      @JsonProperty("private") @Nullable Boolean isPrivate) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.POST, "/api/servers/{serverId}/channels", "Create a channel")
          .taking(NewChannel.class)
          .answering(201, Acknowledged.class);

  private final CommandSender commands;

  CreateChannelEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    NewChannel body = request.body(NewChannel.class);
    CreateChannel command =
        new CreateChannel(
            server,
            request.user(),
            body.name(),
            body.type(),
            ApiRequest.optionalId("parentId", body.parentId(), ChannelId::of),
            Boolean.TRUE.equals(body.isPrivate()));
    return commands
        .send(command, request)
        .map(
            outcome -> {
              UUID id = outcome.value(ChannelId.class).value();
              return Answer.created(
                  "/api/channels/" + id, new Acknowledged(id, outcome.position()));
            });
  }
}
