package io.beep.gateway.message;

import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

final class ListChannelMessagesEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
              "/api/channels/{channelId}/messages",
              "Read a channel, newest last",
              MessagePage.class)
          .with("before", "string", "Messages before this id.")
          .with("after", "string", "Messages after this id.")
          .with("around", "string", "Messages on both sides of this id.")
          .with("limit", "integer", "At most so many, 1 to 100, usually 50.");

  private final QueryAsker queries;

  ListChannelMessagesEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    MessageId before = request.queryId("before", MessageId::of);
    MessageId after = request.queryId("after", MessageId::of);
    MessageId around = request.queryId("around", MessageId::of);
    List<String> given =
        Stream.of("before", "after", "around").filter(name -> request.query(name) != null).toList();
    if (given.size() > 1) {
      throw Problems.malformed(
              "message.page-ambiguous", "Give one of before, after and around, or none.", given)
          .exception();
    }
    int limit = request.count("limit", ListChannelMessages.USUAL, ListChannelMessages.MOST);
    return queries
        .ask(
            new ListChannelMessages(channel, request.user(), before, after, around, limit),
            MessagePage.class,
            request)
        .map(Answer::ok);
  }
}
