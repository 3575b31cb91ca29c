package io.beep.app.axon;

import io.beep.coreapi.shared.MessageKeys;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the failures of query handlers, also of those that answer later, the form that crosses
 * nodes.
 */
public final class QueryRefusals implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

  private static final Logger LOG = LoggerFactory.getLogger(QueryRefusals.class);

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    QueryMessage<?, ?> query = unitOfWork.getMessage();
    try {
      Object answer = chain.proceed();
      return answer instanceof CompletableFuture<?> later
          ? later.exceptionallyCompose(
              failure -> CompletableFuture.failedFuture(refusal(query, failure)))
          : answer;
    } catch (Exception e) {
      throw refusal(query, e) instanceof Exception refusal ? refusal : e;
    }
  }

  private static Throwable refusal(QueryMessage<?, ?> query, Throwable failure) {
    if (Refusals.isFault(failure)) {
      LOG.atError()
          .addKeyValue("requestId", query.getMetaData().get(MessageKeys.REQUEST_ID))
          .setCause(failure)
          .log("query {} failed", query.getQueryName());
    }
    return Refusals.ofQuery(failure);
  }
}
