package io.beep.identity.session;

import io.beep.identity.shared.Problem;
import io.beep.identity.shared.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the endpoints answer. */
final class Answers {

  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  static void page(HttpServletResponse response, HttpStatus status, String html)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }

  static void json(HttpServletResponse response, Map<String, String> body) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }

  static void wrongMethod(HttpServletRequest request, HttpServletResponse response, String allowed)
      throws IOException {
    response.setHeader(HttpHeaders.ALLOW, allowed);
    Problems.write(
        request,
        response,
        Problem.of(
            HttpStatus.METHOD_NOT_ALLOWED, "method.not-allowed", "This cannot be done here."));
  }
}
