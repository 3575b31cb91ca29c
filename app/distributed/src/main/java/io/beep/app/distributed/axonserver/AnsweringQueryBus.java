package io.beep.app.distributed.axonserver;

import io.beep.app.axon.QueryRefusals;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/**
 * Answers the queries that come to this node. Of a refusal only its details cross nodes, and the
 * one who sends it on looks for them in the failure itself: it must not be wrapped, as a future
 * does with what it passes on.
 */
final class AnsweringQueryBus extends SimpleQueryBus {

  AnsweringQueryBus() {
    super(SimpleQueryBus.builder());
    var _ = registerHandlerInterceptor(new QueryRefusals());
  }

  @Override
  public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
    CompletableFuture<QueryResponseMessage<R>> answer = new CompletableFuture<>();
    var _ =
        super.query(query)
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(unwrapped(failure));
                  } else {
                    answer.complete(
                        response.isExceptional()
                            ? new GenericQueryResponseMessage<R>(
                                query.getResponseType().responseMessagePayloadType(),
                                unwrapped(response.exceptionResult()))
                            : response);
                  }
                });
    return answer;
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? unwrapped(failure.getCause())
        : failure;
  }
}
