package io.beep.gateway.shared.http;

import reactor.core.publisher.Mono;

/** The edge of one slice. */
public interface Endpoint {

  /** What it takes and gives; always the same. */
  Operation operation();

  /**
   * Answers a request that is signed in as far as the operation demands, within its limit, and
   * whose body has the declared form.
   */
  Mono<Answer> handle(ApiRequest request);
}
