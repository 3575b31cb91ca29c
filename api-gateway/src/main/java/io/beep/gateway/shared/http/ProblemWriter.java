package io.beep.gateway.shared.http;

import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.ProblemBody;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Sends a problem as the answer to a request. */
public final class ProblemWriter {

  private final Json json;
  private final ProblemMeters meters;

  public ProblemWriter(Json json, MeterRegistry meters) {
    this.json = json;
    this.meters = new ProblemMeters(meters);
  }

  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    if (isAnswered(response)) {
      return Mono.empty();
    }
    meters.answered(problem);
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    problem.headers().forEach(response.getHeaders()::set);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    String instance = exchange.getRequest().getURI().getRawPath();
    byte[] body =
        json.write(
            ProblemBody.of(problem, instance == null ? "/" : instance, RequestIds.of(exchange)));
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  /** The server answers by itself what turns out, in the middle of its body, to be no HTTP. */
  private static boolean isAnswered(ServerHttpResponse response) {
    return ServerHttpResponseDecorator.getNativeResponse(response)
            instanceof HttpServerResponse sent
        && sent.hasSentHeaders();
  }
}
