package io.beep.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code GET /identity/csrf}: {@code {headerName, parameterName, token}}. The SPA fetches one right
 * before each POST to identity, because it changes with sign-in and sign-out.
 */
class CsrfEndpoint implements HttpRequestHandler {

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      Answers.wrongMethod(request, response, "GET");
      return;
    }
    CsrfToken token = SignInEndpoint.csrfToken(request);
    Answers.json(
        response,
        Map.of(
            "headerName", token.getHeaderName(),
            "parameterName", token.getParameterName(),
            "token", token.getToken()));
  }
}
