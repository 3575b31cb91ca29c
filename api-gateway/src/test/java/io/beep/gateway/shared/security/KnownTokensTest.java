package io.beep.gateway.shared.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class KnownTokensTest {

  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final KnownTokens tokens =
      new KnownTokens(
          token -> {
            checks.incrementAndGet();
            return token.startsWith("forged") || over.get()
                ? Mono.error(new BadJwtException("refused"))
                : Mono.just(jwt(token));
          },
          _ ->
              over.get()
                  ? OAuth2TokenValidatorResult.failure(new OAuth2Error("over"))
                  : OAuth2TokenValidatorResult.success());

  private static Jwt jwt(String token) {
    return Jwt.withTokenValue(token)
        .header("alg", "RS256")
        .subject(token)
        .expiresAt(Instant.MAX)
        .build();
  }

  @Test
  void shouldVerifyAGoodTokenOnce() {
    assertThat(tokens.decode("one").map(Jwt::getTokenValue).block()).isEqualTo("one");
    assertThat(tokens.decode("one").map(Jwt::getTokenValue).block()).isEqualTo("one");
    assertThat(tokens.decode("two").map(Jwt::getTokenValue).block()).isEqualTo("two");

    assertThat(checks).hasValue(2);
  }

  @Test
  void shouldVerifyABadOneEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
    }

    assertThat(checks).hasValue(2);
  }

  @Test
  void shouldNotTakeAKnownOneWhoseTimeIsOver() {
    tokens.decode("one").block();
    over.set(true);

    assertThatThrownBy(() -> tokens.decode("one").block()).isInstanceOf(BadJwtException.class);
  }
}
