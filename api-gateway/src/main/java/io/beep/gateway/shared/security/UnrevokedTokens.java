package io.beep.gateway.shared.security;

import io.beep.identity.api.Revocations;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Refuses tokens that were revoked or whose session has ended. Looks into a copy in memory, so that
 * a request costs no call; while that copy is not there nobody is let in, because to let one in
 * whose token was stolen is worse.
 */
final class UnrevokedTokens implements ReactiveJwtDecoder {

  private final ReactiveJwtDecoder decoder;
  private final Revocations revocations;

  /**
   * @param decoder checks everything else
   */
  UnrevokedTokens(ReactiveJwtDecoder decoder, Revocations revocations) {
    this.decoder = decoder;
    this.revocations = revocations;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    return decoder.decode(token).map(this::requireUnrevoked);
  }

  private Jwt requireUnrevoked(Jwt token) {
    if (!revocations.isKnown()) {
      throw new JwtException("it is not known yet which tokens are revoked");
    }
    if (TokenIds.of(token).stream().anyMatch(revocations::isRevoked)) {
      throw new BadJwtException("the token was revoked, or its session has ended");
    }
    return token;
  }
}
