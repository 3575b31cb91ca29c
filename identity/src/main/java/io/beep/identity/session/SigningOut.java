package io.beep.identity.session;

import io.beep.identity.shared.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Signs a browser out: its session ends in the table, so that a copy of its cookie is worthless.
 */
class SigningOut implements LogoutHandler {

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final CsrfTokenRepository csrfTokens;
  private final Audit audit;

  SigningOut(Sessions sessions, SessionCookie cookie, CsrfTokenRepository csrfTokens, Audit audit) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.csrfTokens = csrfTokens;
    this.audit = audit;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    cookie
        .read(request)
        .flatMap(sessions::close)
        .ifPresent(user -> audit.signedOut(user, request.getRemoteAddr()));
    cookie.clear(response);
    csrfTokens.saveToken(null, request, response);
  }

  /** Puts a new session in the place of whichever the browser had. */
  void replaceBy(String token, HttpServletRequest request, HttpServletResponse response) {
    cookie.read(request).ifPresent(sessions::close);
    cookie.write(response, token);
    csrfTokens.saveToken(null, request, response);
  }
}
