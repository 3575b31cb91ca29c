package io.beep.gateway.shared.security;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.Revocations;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Checks access tokens: signature, issuer, audience, times, that they speak for a user, and that
 * nobody took them back.
 */
public final class TokenDecoder {

  /** An id token is for the client {@code beep-web} and not for us; it must not open the API. */
  static final String AUDIENCE = "beep";

  /** One machine or one cluster: clocks that are further apart are broken. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private TokenDecoder() {}

  /**
   * @param issuer the public address of Beep
   * @param identityUrl where identity listens for us
   */
  public static ReactiveJwtDecoder create(
      WebClient client, String issuer, String identityUrl, Revocations revocations, Clock clock) {
    SigningKeys keys = new SigningKeys(client, identityUrl + "/oauth2/jwks");
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::of)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(issuer),
            must(jwt -> jwt.getExpiresAt() != null, "it never expires"),
            must(
                jwt -> jwt.getAudience() != null && jwt.getAudience().contains(AUDIENCE),
                "it is for another audience"),
            must(TokenDecoder::speaksForUser, "its subject is no user")));
    return new UnrevokedTokens(new KnownTokens(decoder, times), revocations);
  }

  private static boolean speaksForUser(Jwt jwt) {
    try {
      return jwt.getSubject() != null && !UserId.of(jwt.getSubject()).toString().isEmpty();
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }

  private static OAuth2TokenValidator<Jwt> must(
      java.util.function.Predicate<Jwt> condition, String otherwise) {
    return jwt ->
        condition.test(jwt)
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, otherwise, null));
  }
}
