package io.beep.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows by its cookie who uses a browser, on the few paths where that matters. */
class SessionFilter extends OncePerRequestFilter {

  private static final Set<String> PATHS =
      Set.of("/oauth2/authorize", "/connect/logout", "/login", "/logout");

  private final Sessions sessions;
  private final SessionCookie cookie;

  SessionFilter(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATHS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> token = cookie.read(request);
    if (token.isPresent()) {
      sessions
          .use(token.get())
          .ifPresent(
              use -> {
                if (use.extended()) {
                  cookie.write(response, token.get());
                }
                signIn(use);
              });
    }
    chain.doFilter(request, response);
  }

  private static void signIn(Sessions.Use use) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication(use));
    SecurityContextHolder.setContext(context);
  }

  /** Of a class that the framework can write to its table, named by the bare id: that is "sub". */
  private static Authentication authentication(Sessions.Use use) {
    User user = new User(use.userId().value().toString(), "", List.of());
    UsernamePasswordAuthenticationToken authentication =
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
    // Kept with the code, so that whoever gives the token knows the session.
    authentication.setDetails(use.sessionId().toString());
    return authentication;
  }
}
