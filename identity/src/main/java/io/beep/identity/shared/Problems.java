package io.beep.identity.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link Problem}s. */
public final class Problems {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Problems() {}

  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(problem.body(instance(request), requestId(request)));
    response.setStatus(problem.status().value());
    setHeaders(response, problem);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The path that was asked for, also while the container shows what became of it. */
  private static String instance(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked instanceof String path ? path : request.getRequestURI();
  }

  /** What the gateway and its logs know this request by. */
  private static @Nullable String requestId(HttpServletRequest request) {
    String id = request.getHeader("X-Request-Id");
    return id != null && REQUEST_ID.matcher(id).matches() ? id : null;
  }

  /** What tells a client when to come again; the body, a page or not, is written by others. */
  public static void setHeaders(HttpServletResponse response, Problem problem) {
    problem.headers().forEach(response::setHeader);
    if (problem.retryAfter() != null) {
      long seconds = Math.max(1, problem.retryAfter().plusMillis(999).toSeconds());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
  }

  /** Whether a page is wanted, as browsers do when a person follows a link, and not JSON. */
  public static boolean wantsPage(HttpServletRequest request) {
    return names(request, MediaType.TEXT_HTML);
  }

  /** Whether JSON is named and no page, as the app does; not whether anything would do. */
  public static boolean wantsJson(HttpServletRequest request) {
    return names(request, MediaType.APPLICATION_JSON) && !wantsPage(request);
  }

  private static boolean names(HttpServletRequest request, MediaType wanted) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(accept);
      return accepted.stream().anyMatch(wanted::equalsTypeAndSubtype);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
