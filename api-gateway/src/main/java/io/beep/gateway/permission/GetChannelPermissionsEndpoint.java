package io.beep.gateway.permission;

import io.beep.coreapi.permission.GetChannelPermissions;
import io.beep.coreapi.permission.MemberPermissionsView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetChannelPermissionsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
          "/api/channels/{channelId}/permissions/{userId}",
          "What a member may do in a channel, and why",
          MemberPermissionsView.class);

  private final QueryAsker queries;

  GetChannelPermissionsEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    UserId member = request.id("userId", UserId::of, "membership");
    return queries
        .ask(
            new GetChannelPermissions(channel, member, request.user()),
            MemberPermissionsView.class,
            request)
        .map(Answer::ok);
  }
}
