package io.beep.gateway.shared.health;

import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** Whether requests may be sent here: 200, or 503 with the same body. */
final class ReadyEndpoint implements Endpoint {

  /** The node is looked at every second. */
  private static final String RETRY_SECONDS = "2";

  private static final Operation OPERATION =
      new Operation(
          HttpMethod.GET,
          "/api/health/ready",
          "Whether this node and what it needs can do their work",
          true,
          Limits.HEALTH,
          null,
          false,
          200,
          HealthView.class,
          MediaType.APPLICATION_JSON,
          List.of());

  private final NodeHealth health;

  ReadyEndpoint(NodeHealth health) {
    this.health = health;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return Mono.fromSupplier(health::now).map(ReadyEndpoint::answer);
  }

  private static Answer answer(HealthView view) {
    return view.ready()
        ? Answer.ok(view)
        : new Answer.Body(
            HttpStatus.SERVICE_UNAVAILABLE.value(),
            view,
            Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
  }
}
