package io.beep.gateway.shared.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens whose signature was found good: a client sends the same one for minutes, and
 * verifying it costs more than all else at the edge. Whether its time is over is asked each time.
 */
final class KnownTokens implements ReactiveJwtDecoder {

  /** Some 4 KB each. */
  private static final int MOST = 4_096;

  /** A key that is withdrawn counts for no longer than this. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final ReactiveJwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> times;
  private final Cache<String, Jwt> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN).build();

  /**
   * @param decoder checks everything
   * @param times whether a token counts at this moment
   */
  KnownTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
    this.decoder = decoder;
    this.times = times;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    Jwt jwt = known.getIfPresent(token);
    if (jwt != null && !times.validate(jwt).hasErrors()) {
      return Mono.just(jwt);
    }
    return decoder.decode(token).doOnNext(good -> known.put(token, good));
  }
}
