package io.beep.identity.token;

import io.beep.identity.shared.IdentitySettings;
import io.beep.identity.shared.Lifetimes;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The SPA as a client. Public, so PKCE stands in for a secret; the same people made it and Beep, so
 * nobody is asked for consent.
 */
final class BeepWebClient {

  static final String ID = "beep-web";
  static final Set<String> SCOPES = Set.of(OidcScopes.OPENID, OidcScopes.PROFILE, "beep");

  private BeepWebClient() {}

  static RegisteredClient registered(IdentitySettings settings) {
    return RegisteredClient.withId(ID)
        .clientId(ID)
        .clientName("Beep")
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(settings.at("/callback"))
        .postLogoutRedirectUris(
            uris -> uris.addAll(List.of(settings.at("/"), settings.publicUrl().toString())))
        .scopes(scopes -> scopes.addAll(SCOPES))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(Lifetimes.ACCESS_TOKEN)
                .authorizationCodeTimeToLive(Lifetimes.CODE)
                .build())
        .build();
  }
}
