package io.beep.gateway.shared.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The public keys of identity. Kept until a token names one that is not among them; then they are
 * fetched anew, by one request at a time and not more often than {@link #RARELY}, so that forged
 * tokens with invented key ids cost identity nothing. Keys outlive a time in which identity is
 * down.
 */
final class SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  /** After a rotation the first tokens wait this long at most. */
  private static final Duration RARELY = Duration.ofSeconds(5);

  /** A key that identity withdrew is believed no longer than this. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private record Keys(List<JWK> keys, long fetchedAt) {
    boolean knows(String keyId) {
      return keys.stream().anyMatch(key -> keyId.equals(key.getKeyID()));
    }

    boolean isOlderThan(Duration age) {
      return System.nanoTime() - fetchedAt > age.toNanos();
    }
  }

  private final WebClient client;
  private final String address;
  private volatile @Nullable Keys present;
  private @Nullable Mono<Keys> fetching;

  SigningKeys(WebClient client, String address) {
    this.client = client;
    this.address = address;
  }

  /** The keys that may have signed the token; none when no key of that name exists. */
  Flux<JWK> of(SignedJWT token) {
    String keyId = token.getHeader().getKeyID();
    if (keyId == null) {
      return Flux.empty();
    }
    return current(keyId).flatMapIterable(Keys::keys).filter(key -> keyId.equals(key.getKeyID()));
  }

  private Mono<Keys> current(String keyId) {
    Keys known = present;
    if (known == null) {
      return fetch();
    }
    boolean fresh = known.knows(keyId) ? !known.isOlderThan(FRESH) : !known.isOlderThan(RARELY);
    if (fresh) {
      return Mono.just(known);
    }
    return fetch()
        .onErrorResume(
            failure -> {
              if (!known.knows(keyId)) {
                return Mono.error(failure);
              }
              LOG.warn(
                  "identity does not give its keys, the known ones stay: {}", failure.toString());
              return Mono.just(known);
            });
  }

  private synchronized Mono<Keys> fetch() {
    Mono<Keys> running = fetching;
    if (running != null) {
      return running;
    }
    Mono<Keys> started =
        client
            .get()
            .uri(address)
            .retrieve()
            .bodyToMono(String.class)
            .timeout(LIMIT)
            .map(SigningKeys::parse)
            .doOnNext(keys -> present = keys)
            .onErrorMap(
                failure ->
                    new AuthenticationServiceException("identity does not give its keys", failure))
            .doFinally(_ -> done())
            .cache();
    fetching = started;
    return started;
  }

  private synchronized void done() {
    fetching = null;
  }

  private static Keys parse(String json) {
    try {
      return new Keys(JWKSet.parse(json).getKeys(), System.nanoTime());
    } catch (ParseException malformed) {
      throw new IllegalStateException("identity gives keys that cannot be read", malformed);
    }
  }
}
