package io.beep.identity.token;

import io.beep.identity.shared.Revoking;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses tokens that were revoked, or whose session has ended, at identity's own addresses. */
final class UnrevokedTokens implements JwtDecoder {

  private final JwtDecoder decoder;
  private final Revoking revoking;

  UnrevokedTokens(JwtDecoder decoder, Revoking revoking) {
    this.decoder = decoder;
    this.revoking = revoking;
  }

  @Override
  public Jwt decode(String token) {
    Jwt jwt = decoder.decode(token);
    if (Stream.of(jwt.getId(), jwt.getClaimAsString(TokenClaims.SESSION)).anyMatch(this::isOver)) {
      throw new BadJwtException("the token was revoked, or its session has ended");
    }
    return jwt;
  }

  private boolean isOver(@Nullable String id) {
    return id != null && revoking.isRevoked(UUID.fromString(id));
  }
}
