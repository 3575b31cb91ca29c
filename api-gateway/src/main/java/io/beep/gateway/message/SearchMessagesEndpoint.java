package io.beep.gateway.message;

import io.beep.coreapi.message.SearchMessages;
import io.beep.coreapi.message.SearchPage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import java.util.Objects;
import reactor.core.publisher.Mono;

final class SearchMessagesEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/search/messages", "Search what you may read", SearchPage.class)
          .within(Limits.SEARCH)
          .with("q", "string", "Words, and \"phrases\" in quotes; 1 to 200 characters.")
          .with("serverId", "string", "Only there.")
          .with("channelId", "string", "Only there.")
          .with("cursor", "string", "Of the page before.");

  private final QueryAsker queries;

  SearchMessagesEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    SearchMessages query =
        new SearchMessages(
            Objects.requireNonNullElse(request.query("q"), ""),
            request.queryId("serverId", ServerId::of),
            request.queryId("channelId", ChannelId::of),
            request.query("cursor"),
            request.user());
    return queries.ask(query, SearchPage.class, request).map(Answer::ok);
  }
}
