package io.beep.gateway.shared.http;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What an endpoint answers when all went well. */
public sealed interface Answer {

  static Answer ok(Object body) {
    return new Body(200, body, Map.of());
  }

  /**
   * @param location the path at which what was made can be read
   */
  static Answer created(String location, Object body) {
    return new Body(201, body, Map.of(HttpHeaders.LOCATION, location));
  }

  static Answer noContent() {
    return new Body(204, null, Map.of());
  }

  /** The endpoint writes the answer itself. */
  static Answer written(Function<ServerWebExchange, Mono<Void>> writer) {
    return new Written(writer);
  }

  /** One JSON value, or nothing. */
  record Body(int status, @Nullable Object value, Map<String, String> headers) implements Answer {}

  /** Whatever the writer writes. */
  record Written(Function<ServerWebExchange, Mono<Void>> writer) implements Answer {}
}
