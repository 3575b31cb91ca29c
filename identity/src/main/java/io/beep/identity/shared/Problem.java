package io.beep.identity.shared;

import io.beep.coreapi.shared.DomainError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal in the shape of RFC 9457, as the gateway gives it too.
 *
 * @param code stable and for programs: {@code sign-in.failed}
 * @param detail one short sentence for people
 * @param retryAfter when to come again; null when that would not help
 * @param headers what else goes with it, such as {@code X-RateLimit-Limit}
 */
public record Problem(
    HttpStatus status,
    String code,
    String detail,
    @Nullable Duration retryAfter,
    Map<String, String> headers) {

  private static final Duration WHILE_UNAVAILABLE = Duration.ofSeconds(5);

  public Problem {
    headers = Map.copyOf(headers);
  }

  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, null, Map.of());
  }

  /**
   * @param headers which limit it was, and when it is over
   */
  public static Problem limited(
      String code, String detail, Duration retryAfter, Map<String, String> headers) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, detail, retryAfter, headers);
  }

  public static Problem unavailable() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "identity.unavailable",
        "This part of Beep is not available right now. Try again in a moment.",
        WHILE_UNAVAILABLE,
        Map.of());
  }

  public static Problem of(DomainError error) {
    HttpStatus status =
        switch (error.kind()) {
          case INVALID -> HttpStatus.BAD_REQUEST;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case GONE -> HttpStatus.GONE;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
          case LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    Duration retryAfter = status == HttpStatus.SERVICE_UNAVAILABLE ? WHILE_UNAVAILABLE : null;
    return new Problem(status, error.code(), error.detail(), retryAfter, Map.of());
  }

  Map<String, Object> body(String instance, @Nullable String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + code);
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    body.put("instance", instance);
    body.put("code", code);
    if (requestId != null) {
      body.put("requestId", requestId);
    }
    return body;
  }
}
