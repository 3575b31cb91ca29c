package io.beep.gateway.shared.http;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.ProblemBody;
import io.beep.gateway.shared.problem.Problems;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An address that is no URI, such as one with a broken escape, is refused beneath all filters, with
 * a status and nothing more. This says the rest.
 */
public final class UnreadableAddress implements BiFunction<Mono<Void>, Connection, Mono<Void>> {

  private static final Problem PROBLEM =
      Problems.malformed("request.refused", "The address of this request is not well-formed.");

  private final Json json;
  private final IdGenerator ids;
  private final SecurityHeaders headers;

  public UnreadableAddress(Json json, IdGenerator ids, SecurityHeaders headers) {
    this.json = json;
    this.ids = ids;
    this.headers = headers;
  }

  /** A request that reached the filters has no status yet when its handling is assembled. */
  @Override
  public Mono<Void> apply(Mono<Void> handling, Connection connection) {
    return connection instanceof HttpServerResponse response
            && HttpStatus.BAD_REQUEST.value() == response.status().code()
        ? handling.then(Mono.defer(() -> refuse(response)))
        : handling;
  }

  private Mono<Void> refuse(HttpServerResponse response) {
    if (response.hasSentHeaders()) {
      return Mono.empty();
    }
    byte[] body = json.write(ProblemBody.of(PROBLEM, "/", ids.next().toString()));
    headers.forEach(response::header);
    response
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    return response.sendByteArray(Mono.just(body)).then();
  }
}
