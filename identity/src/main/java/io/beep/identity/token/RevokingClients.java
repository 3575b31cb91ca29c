package io.beep.identity.token;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Admits {@link RevokingClient}s that are registered and public. */
final class RevokingClients implements AuthenticationProvider {

  private final RegisteredClientRepository clients;

  RevokingClients(RegisteredClientRepository clients) {
    this.clients = clients;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    RegisteredClient client = clients.findByClientId(authentication.getName());
    if (client == null || !isPublic(client)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  private static boolean isPublic(RegisteredClient client) {
    return client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return RevokingClient.class.isAssignableFrom(authentication);
  }
}
