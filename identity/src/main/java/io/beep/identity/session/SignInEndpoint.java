package io.beep.identity.session;

import io.beep.identity.shared.Problem;
import io.beep.identity.shared.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code /login}, for the page that is drawn here and for one that the SPA draws.
 *
 * <ul>
 *   <li>GET: the page. {@code continue} is where to go afterwards.
 *   <li>POST, form fields {@code email} and {@code password}: a cookie and 303 to {@code continue},
 *       or 204 for whoever asks for JSON and not for HTML. A refusal is the page once more for
 *       whoever accepts HTML, for others a problem with 400, 401, 403, 429 or 503.
 * </ul>
 */
class SignInEndpoint implements HttpRequestHandler {

  private final SignIn signIn;
  private final SigningOut signingOut;
  private final Pages pages;

  SignInEndpoint(SignIn signIn, SigningOut signingOut, Pages pages) {
    this.signIn = signIn;
    this.signingOut = signingOut;
    this.pages = pages;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> page(request, response);
      case "POST" -> signIn(request, response);
      default -> Answers.wrongMethod(request, response, "GET, HEAD, POST");
    }
  }

  private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getUserPrincipal() == null) {
      Answers.page(response, HttpStatus.OK, pages.signIn(view(request, null)));
    } else {
      goOn(request, response);
    }
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String email = parameter(request, "email");
    String password = parameter(request, "password");
    switch (signIn.signIn(email, password, request.getRemoteAddr())) {
      case SignIn.Result.SignedIn(var token) -> {
        signingOut.replaceBy(token, request, response);
        if (Problems.wantsJson(request)) {
          response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
          goOn(request, response);
        }
      }
      case SignIn.Result.Refused(var problem) -> refuse(request, response, problem);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (Problems.wantsPage(request)) {
      Problems.setHeaders(response, problem);
      Answers.page(response, problem.status(), pages.signIn(view(request, problem)));
    } else {
      Problems.write(request, response, problem);
    }
  }

  /** 303 with a relative address, so that it holds whatever the public origin is. */
  private static void goOn(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(
        HttpHeaders.LOCATION, Continuation.orHome(request.getParameter(Continuation.PARAMETER)));
  }

  static Pages.SignInView view(HttpServletRequest request, @Nullable Problem problem) {
    return new Pages.SignInView(
        Words.of(request),
        csrfToken(request),
        parameter(request, "email"),
        Continuation.orHome(request.getParameter(Continuation.PARAMETER)),
        request.getParameter("lang"),
        problem);
  }

  static CsrfToken csrfToken(HttpServletRequest request) {
    return (CsrfToken)
        Objects.requireNonNull(
            request.getAttribute(CsrfToken.class.getName()), "the filter for CSRF did not run");
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
