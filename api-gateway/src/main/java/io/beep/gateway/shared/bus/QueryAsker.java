package io.beep.gateway.shared.bus;

import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.Query;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.limit.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import reactor.core.publisher.Mono;

/** Asks queries; the answer knows all that anyone was told of through this node. */
public final class QueryAsker {

  /** Ten times what a request may take at all; after it something is broken. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final QueryBus bus;
  private final Bridge bridge;
  private final KnownPosition known;

  public QueryAsker(QueryBus bus, Bridge bridge, KnownPosition known) {
    this.bus = bus;
    this.bridge = bridge;
    this.known = known;
  }

  public <R> Mono<R> ask(Query<R> query, Class<R> answer, ApiRequest request) {
    return ask(
        Limits.QUERIES_IN_FLIGHT,
        query,
        answer,
        Math.max(known.get(), request.atLeast()),
        request.metaData());
  }

  /**
   * For a question that no request asks, but the feed of many; a crowd that reads does not crowd it
   * out.
   */
  public <R> Mono<R> ask(Query<R> query, Class<R> answer, long atLeast) {
    Map<String, Object> metaData = new HashMap<>();
    metaData.put(MessageKeys.REQUEST_ID, "feed");
    return ask(Limits.CALLS_IN_FLIGHT, query, answer, atLeast, metaData);
  }

  private <R> Mono<R> ask(
      Limits kind, Query<R> query, Class<R> answer, long atLeast, Map<String, Object> metaData) {
    if (atLeast > KnownPosition.NONE) {
      metaData.put(MessageKeys.AT_LEAST, atLeast);
    }
    QueryMessage<Query<R>, R> message =
        new GenericQueryMessage<Query<R>, R>(
                query, query.getClass().getName(), ResponseTypes.instanceOf(answer))
            .withMetaData(metaData);
    return bridge.call(kind, () -> ask(message), LIMIT);
  }

  private <R> CompletableFuture<R> ask(QueryMessage<Query<R>, R> message) {
    return bus.query(message).thenCompose(QueryAsker::unwrap);
  }

  private static <R> CompletableFuture<R> unwrap(QueryResponseMessage<R> response) {
    return response.isExceptional()
        ? CompletableFuture.failedFuture(response.exceptionResult())
        : CompletableFuture.completedFuture(response.getPayload());
  }
}
