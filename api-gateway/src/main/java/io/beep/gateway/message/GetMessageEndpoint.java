package io.beep.gateway.message;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.MessageId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class GetMessageEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/messages/{messageId}", "Get a message", MessageView.class);

  private final QueryAsker queries;

  GetMessageEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    MessageId message = request.id("messageId", MessageId::of, "message");
    return queries
        .ask(new GetMessage(message, request.user()), MessageView.class, request)
        .map(Answer::ok);
  }
}
