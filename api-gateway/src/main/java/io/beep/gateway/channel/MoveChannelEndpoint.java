package io.beep.gateway.channel;

import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Says what is wished, and not where everything stands: two may move channels at once. */
final class MoveChannelEndpoint implements Endpoint {

  /**
   * @param parentId the folder that is to hold it; none when left out
   * @param after the channel that it is to stand right behind; before all others when left out
   * @param synced whether it is to follow that folder; otherwise what anyone may do in it stays
   */
  record ChannelPlacement(
      @Nullable String parentId, @Nullable String after, @Nullable Boolean synced) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT,
              "/api/channels/{channelId}/place",
              "Place a channel behind another, in a folder or in none")
          .taking(ChannelPlacement.class);

  private final CommandSender commands;

  MoveChannelEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    ChannelPlacement body = request.body(ChannelPlacement.class);
    return commands
        .send(
            new MoveChannel(
                channel,
                request.user(),
                ApiRequest.optionalId("parentId", body.parentId(), ChannelId::of),
                ApiRequest.optionalId("after", body.after(), ChannelId::of),
                Boolean.TRUE.equals(body.synced())),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(channel.value(), outcome.position())));
  }
}
