package io.beep.identity.session;

import io.beep.identity.shared.Problem;
import io.beep.identity.shared.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers what the chains of filters do not let through. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  static final String STALE_FORM = "csrf.invalid";

  private final Pages pages;

  Refusals(Pages pages) {
    this.pages = pages;
  }

  /** A person who asks for authorization is shown the sign-in page; all else is told 401. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (request.getMethod().equals("GET") && request.getRequestURI().equals("/oauth2/authorize")) {
      String target = request.getRequestURI() + "?" + request.getQueryString();
      response.setStatus(HttpStatus.FOUND.value());
      // Relative, so that it holds whatever the public address is.
      response.setHeader(
          HttpHeaders.LOCATION,
          "/login?"
              + Continuation.PARAMETER
              + "="
              + URLEncoder.encode(target, StandardCharsets.UTF_8));
      return;
    }
    Problems.write(
        request,
        response,
        Problem.of(HttpStatus.UNAUTHORIZED, "sign-in.required", "Sign in first."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (!(cause instanceof CsrfException)) {
      Problems.write(
          request,
          response,
          Problem.of(HttpStatus.FORBIDDEN, "request.forbidden", "This is not allowed."));
      return;
    }
    Problem problem =
        Problem.of(
            HttpStatus.FORBIDDEN,
            STALE_FORM,
            "The request has no valid token. Get one from /identity/csrf and try again.");
    if (request.getRequestURI().equals("/login") && Problems.wantsPage(request)) {
      Answers.page(response, problem.status(), pages.signIn(SignInEndpoint.view(request, problem)));
    } else {
      Problems.write(request, response, problem);
    }
  }
}
