package io.beep.identity.token;

import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.Revoking;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Tells the gateways of access tokens that the framework takes back: at their revocation, and when
 * a code comes a second time, because one of the two who had it is a thief.
 */
final class RevokingAuthorizations implements OAuth2AuthorizationService {

  private final OAuth2AuthorizationService authorizations;
  private final IdentityDatabase database;
  private final Revoking revoking;

  RevokingAuthorizations(
      OAuth2AuthorizationService authorizations, IdentityDatabase database, Revoking revoking) {
    this.authorizations = authorizations;
    this.database = database;
    this.revoking = revoking;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              authorizations.save(authorization);
              revokeIfInvalid(authorization.getAccessToken());
            });
  }

  private void revokeIfInvalid(OAuth2Authorization.@Nullable Token<OAuth2AccessToken> token) {
    if (token == null || !token.isInvalidated()) {
      return;
    }
    Map<String, Object> claims = token.getClaims();
    Instant end = token.getToken().getExpiresAt();
    if (claims != null && claims.get(JwtClaimNames.JTI) instanceof String id && end != null) {
      revoking.revoke(UUID.fromString(id), end);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    authorizations.remove(authorization);
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return authorizations.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return authorizations.findByToken(token, tokenType);
  }
}
