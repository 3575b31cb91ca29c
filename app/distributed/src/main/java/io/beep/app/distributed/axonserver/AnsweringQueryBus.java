package io.beep.app.distributed.axonserver;

import io.beep.app.axon.Instruments;
import io.beep.app.axon.QueryRefusals;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/**
 * Answers the queries that come to this node. Of a refusal only its details cross nodes, and they
 * are sent for an answer alone: a future that fails would lose them, and so would a failure that a
 * future has wrapped.
 */
final class AnsweringQueryBus extends SimpleQueryBus {

  AnsweringQueryBus(Instruments instruments) {
    super(SimpleQueryBus.builder());
    instruments.ofQueries().forEach(this::registerHandlerInterceptor);
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
                    answer.complete(refusal(query, failure));
                  } else {
                    answer.complete(
                        response.isExceptional()
                            ? refusal(query, response.exceptionResult())
                            : response);
                  }
                });
    return answer;
  }

  private static <R> QueryResponseMessage<R> refusal(QueryMessage<?, R> query, Throwable failure) {
    return new GenericQueryResponseMessage<>(
        query.getResponseType().responseMessagePayloadType(), unwrapped(failure));
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? unwrapped(failure.getCause())
        : failure;
  }
}
