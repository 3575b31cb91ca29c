package io.beep.gateway.shared.http;

import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.limit.LimitHeaders;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.ProblemBody;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Sends a problem as the answer to a request. */
public final class ProblemWriter {

  /** As in a channel in slow mode. */
  private static final long ONE_AT_A_TIME = 1;

  private final Json json;
  private final ProblemMeters meters;
  private final Clock clock;

  public ProblemWriter(Json json, MeterRegistry meters, Clock clock) {
    this.json = json;
    this.meters = new ProblemMeters(meters);
    this.clock = clock;
  }

  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    if (isAnswered(response)) {
      return Mono.empty();
    }
    meters.answered(problem);
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    headers(problem).forEach(response.getHeaders()::set);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    String instance = exchange.getRequest().getURI().getRawPath();
    byte[] body =
        json.write(
            ProblemBody.of(
                problem,
                instance == null || instance.isEmpty() ? "/" : instance,
                RequestIds.of(exchange)));
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  /**
   * A limit of the domain knows when it ends and nothing of HTTP: it is told like those of the
   * edge, in whose place it stands. The code of the refusal is the name of the limit.
   */
  private Map<String, String> headers(Problem problem) {
    Map<String, String> own = problem.headers();
    if (problem.status() != HttpStatus.TOO_MANY_REQUESTS.value()
        || own.containsKey(LimitHeaders.BUCKET)) {
      return own;
    }
    Duration wait =
        Duration.ofSeconds(Long.parseLong(own.getOrDefault(LimitHeaders.RETRY_AFTER, "1")));
    Map<String, String> told =
        LimitHeaders.used(ONE_AT_A_TIME, wait, clock.instant(), problem.code());
    told.putAll(own);
    return told;
  }

  /** The server answers by itself what turns out, in the middle of its body, to be no HTTP. */
  private static boolean isAnswered(ServerHttpResponse response) {
    return ServerHttpResponseDecorator.getNativeResponse(response)
            instanceof HttpServerResponse sent
        && sent.hasSentHeaders();
  }
}
