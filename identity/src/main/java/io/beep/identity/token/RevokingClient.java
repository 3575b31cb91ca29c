package io.beep.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * A public client that revokes a token. The framework knows public clients by their code verifier
 * alone, which nobody has at this endpoint; RFC 7009 asks for no more than the client's id, because
 * whoever holds a token may well give it up.
 */
final class RevokingClient extends OAuth2ClientAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private RevokingClient(String clientId) {
    super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
  }

  static @Nullable RevokingClient of(HttpServletRequest request) {
    String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
    return request.getRequestURI().equals("/oauth2/revoke")
            && clientId != null
            && !clientId.isEmpty()
        ? new RevokingClient(clientId)
        : null;
  }
}
