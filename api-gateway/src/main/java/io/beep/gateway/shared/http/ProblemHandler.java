package io.beep.gateway.shared.http;

import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Answers everything that failed. What is no refusal but a fault of ours is logged here, once, and
 * the client gets its request id and nothing else.
 */
public final class ProblemHandler implements WebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  /** Before the one of Spring, which answers without a body. */
  private static final int ORDER = -2;

  private final UnavailableLog unavailable = new UnavailableLog(System::nanoTime);
  private final ProblemWriter writer;

  public ProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (AbortedException.isConnectionReset(failure)) {
      LOG.debug("request {}: the client is gone", RequestIds.of(exchange));
      return Mono.empty();
    }
    Problem problem = Problems.of(failure);
    if (problem == null) {
      LOG.atError()
          .addKeyValue("requestId", RequestIds.of(exchange))
          .addKeyValue("userId", RequestFacts.user(exchange))
          .addKeyValue("traceId", RequestTraces.traceId(exchange))
          .addKeyValue("route", RequestFacts.route(exchange))
          .setCause(failure)
          .log("a request failed");
      problem = Problems.fault();
    } else if (problem.status() >= 500) {
      unavailable.refused(problem.code(), RequestIds.of(exchange), failure);
    }
    if (exchange.getResponse().isCommitted()) {
      LOG.atWarn()
          .addKeyValue("requestId", RequestIds.of(exchange))
          .setCause(failure)
          .log("a request failed after its answer had begun");
      return Mono.error(failure);
    }
    return writer.write(exchange, problem);
  }
}
