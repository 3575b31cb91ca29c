package io.beep.identity.session;

import io.beep.identity.shared.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code POST /logout}, with a token of {@code /identity/csrf}: ends the session of this browser,
 * whether or not it had one. 204, or 303 to the start for whoever accepts HTML.
 */
class SignOutEndpoint implements HttpRequestHandler {

  private final SigningOut signingOut;

  SignOutEndpoint(SigningOut signingOut) {
    this.signingOut = signingOut;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      Answers.wrongMethod(request, response, "POST");
      return;
    }
    signingOut.logout(request, response, null);
    if (Problems.wantsPage(request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, "/");
    } else {
      response.setStatus(HttpStatus.NO_CONTENT.value());
    }
  }
}
