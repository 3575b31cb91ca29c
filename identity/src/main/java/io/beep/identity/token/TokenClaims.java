package io.beep.identity.token;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Account;
import io.beep.identity.shared.Accounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What tokens say. {@code sub} is the bare user id everywhere.
 *
 * <p>An access token besides: {@code iss} the public address, {@code aud} {@value #AUDIENCE},
 * {@code scope} as one string, {@code preferred_username}, {@code jti}, {@code iat}, {@code exp},
 * and {@code sid}, the session that it was given in. It counts at once, and so has no {@code nbf}:
 * by it, a clock that is set back would lock everyone out who has just signed in.
 */
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final String AUDIENCE = "beep";

  /** As in the id tokens of OpenID Connect. */
  static final String SESSION = "sid";

  private final Accounts accounts;

  TokenClaims(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Authentication principal = Objects.requireNonNull(context.<Authentication>getPrincipal());
    Account account = account(principal.getName());
    Set<String> scopes = context.getAuthorizedScopes();
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context
          .getClaims()
          .claims(
              claims -> {
                claims.remove(JwtClaimNames.NBF);
                claims.putAll(ofAccessToken(account, scopes));
                if (principal.getDetails() instanceof String session) {
                  claims.put(SESSION, session);
                }
              });
    } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
      context.getClaims().claims(claims -> claims.putAll(ofProfile(account, scopes)));
    }
  }

  OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
    Account account = account(context.getAuthorization().getPrincipalName());
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", account.userId().value().toString());
    claims.putAll(ofProfile(account, context.getAccessToken().getScopes()));
    return new OidcUserInfo(claims);
  }

  static Map<String, Object> ofAccessToken(Account account, Set<String> scopes) {
    return Map.of(
        "aud", audience(),
        "scope", String.join(" ", scopes),
        "preferred_username", account.username());
  }

  /** Of a class that the framework agrees to read back from its table. */
  private static List<String> audience() {
    return new ArrayList<>(List.of(AUDIENCE));
  }

  private static Map<String, Object> ofProfile(Account account, Set<String> scopes) {
    if (!scopes.contains(OidcScopes.PROFILE)) {
      return Map.of();
    }
    return Map.of(
        "preferred_username", account.username(),
        "name", account.displayName(),
        "given_name", account.firstName(),
        "family_name", account.lastName());
  }

  private Account account(String subject) {
    return accounts
        .find(UserId.of(subject))
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
  }

  /** The account that an operator names. */
  static Account require(Accounts accounts, String username) {
    return accounts
        .findByUsername(username)
        .orElseThrow(() -> new DomainException(new CommonError.NotFound("user")));
  }
}
