package io.beep.gateway.shared.health;

import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * Whether the process answers at all. Whoever gets no answer may end it and start another; what it
 * needs is not asked, since another process would lack the same.
 */
final class LiveEndpoint implements Endpoint {

  record Live(String status) {}

  private static final Operation OPERATION =
      new Operation(
          HttpMethod.GET,
          "/api/health/live",
          "Whether this node answers",
          true,
          Limits.HEALTH,
          null,
          false,
          200,
          Live.class,
          MediaType.APPLICATION_JSON,
          List.of());

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return Mono.just(Answer.ok(new Live("live")));
  }
}
