package io.beep.identity.token;

import io.beep.identity.shared.Audit;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.Revoking;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Takes tokens of operators back, of which the framework knows nothing. Leaves all others to it, by
 * an answer of null.
 */
final class RevokedOperatorTokens implements AuthenticationProvider {

  private final JwtDecoder decoder;
  private final IdentityDatabase database;
  private final Revoking revoking;
  private final Audit audit;

  RevokedOperatorTokens(
      JwtDecoder decoder, IdentityDatabase database, Revoking revoking, Audit audit) {
    this.decoder = decoder;
    this.database = database;
    this.revoking = revoking;
    this.audit = audit;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    OAuth2TokenRevocationAuthenticationToken asked =
        (OAuth2TokenRevocationAuthenticationToken) authentication;
    if (!(asked.getPrincipal() instanceof Authentication client) || !client.isAuthenticated()) {
      return null;
    }
    return idOf(asked.getToken())
        .flatMap(this::end)
        .map(
            token -> {
              revoking.revoke(token.id(), token.end().toInstant());
              audit.operatorTokenRevoked(token.id());
              return asked;
            })
        .orElse(null);
  }

  /** Only who has a token of ours may take it back. */
  private Optional<UUID> idOf(String token) {
    try {
      Jwt jwt = decoder.decode(token);
      return Optional.ofNullable(jwt.getId()).map(UUID::fromString);
    } catch (JwtException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private record Issued(UUID id, OffsetDateTime end) {}

  private Optional<Issued> end(UUID id) {
    return database
        .client()
        .sql("select expires_at from operator_token where token_id = ?")
        .param(id)
        .query((row, number) -> new Issued(id, row.getObject(1, OffsetDateTime.class)))
        .optional();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
