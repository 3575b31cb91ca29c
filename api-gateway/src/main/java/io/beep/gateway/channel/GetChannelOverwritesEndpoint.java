package io.beep.gateway.channel;

import io.beep.coreapi.channel.ChannelOverwritesView;
import io.beep.coreapi.channel.GetChannelOverwrites;
import io.beep.coreapi.shared.ChannelId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetChannelOverwritesEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/channels/{channelId}/overwrites",
          "What a channel gives to and takes from roles and members",
          ChannelOverwritesView.class);

  private final QueryAsker queries;

  GetChannelOverwritesEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    return queries
        .ask(
            new GetChannelOverwrites(channel, request.user()), ChannelOverwritesView.class, request)
        .map(Answer::ok);
  }
}
