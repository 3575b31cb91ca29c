package io.beep.gateway.shared.security;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** By what a token can be revoked. */
public final class TokenIds {

  /** The session of identity that the token was given in; tokens of operators have none. */
  private static final String SESSION = "sid";

  private TokenIds() {}

  public static Set<String> of(Jwt token) {
    Set<String> ids = new TreeSet<>();
    if (token.getClaims().get(JwtClaimNames.JTI) instanceof String id) {
      ids.add(id);
    }
    if (token.getClaims().get(SESSION) instanceof String session) {
      ids.add(session);
    }
    return ids;
  }
}
