package io.beep.app.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Counts and times the queries of a node, each until its answer is there, also a later one. */
final class QueryMeters implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

  private final HandlingMeters meters;

  public QueryMeters(MeterRegistry registry) {
    meters =
        new HandlingMeters(
            registry,
            "query",
            "queries",
            "Until the answer is there, the wait for projections included");
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    String query = unitOfWork.getMessage().getQueryName();
    long began = System.nanoTime();
    meters.begin();
    try {
      Object answer = chain.proceed();
      if (answer instanceof CompletableFuture<?> later) {
        return later.whenComplete((_, failure) -> meters.end(query, began, failure));
      }
      meters.end(query, began, null);
      return answer;
    } catch (Exception e) {
      meters.end(query, began, e);
      throw e;
    }
  }
}
