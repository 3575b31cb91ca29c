package io.beep.gateway.shared.problem;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.FieldError;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;

/** Makes every refusal that a client can get. */
public final class Problems {

  /** Seconds after which a part that is down is worth another try. */
  static final String TRY_AGAIN_AFTER = "1";

  private Problems() {}

  public static Problem of(DomainError error) {
    Problem problem =
        new Problem(status(error.kind()), error.code(), error.detail(), error.errors(), Map.of());
    Long known = error.retryAfter();
    boolean passes = error.kind() == ErrorKind.UNAVAILABLE || error.kind() == ErrorKind.LIMITED;
    if (known == null && !passes) {
      return problem;
    }
    return problem.with(
        HttpHeaders.RETRY_AFTER, known == null ? TRY_AGAIN_AFTER : Long.toString(known));
  }

  /** What went wrong as far as a client may know; null for a fault that is ours. */
  public static @Nullable Problem of(Throwable failure) {
    return switch (failure) {
      case ProblemException refused -> refused.problem();
      case DomainException refused -> of(refused.error());
      case HandlerExecutionException refused -> {
        Object details = refused.getDetails().orElse(null);
        yield details instanceof ErrorPayload payload ? of(payload) : ofCause(refused);
      }
      case NoHandlerForCommandException _ -> unavailable("command");
      case NoHandlerForQueryException _ -> unavailable("query");
      case TimeoutException _ -> unavailable("answer");
      case ConnectException _ -> unavailable("part");
      case AuthenticationServiceException _ -> unavailable("identity");
      case DataBufferLimitException _ -> tooLarge("The request is too large.");
      case ResponseStatusException refused -> of(refused.getStatusCode().value());
      default -> ofCause(failure);
    };
  }

  public static Problem fault() {
    return new Problem(
        500,
        "internal",
        "Something went wrong on our side. Tell whoever runs this Beep the request id.");
  }

  public static Problem noSuchAddress() {
    return new Problem(404, "address.not-found", "There is nothing at this address.");
  }

  /**
   * @param what {@code server}, {@code message} …
   */
  public static Problem notFound(String what) {
    return of(new CommonError.NotFound(what));
  }

  public static Problem methodNotAllowed(Set<HttpMethod> allowed) {
    String names =
        allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    return new Problem(405, "method.not-allowed", "This address takes only " + names + ".")
        .with(HttpHeaders.ALLOW, names);
  }

  public static Problem notAcceptable(String offered) {
    return new Problem(
        406, "accept.unknown", "The answer is " + offered + ", which Accept excludes.");
  }

  public static Problem unsupportedMediaType() {
    return new Problem(415, "content-type.unknown", "The body must be application/json in UTF-8.")
        .with(HttpHeaders.ACCEPT, "application/json");
  }

  public static Problem noPicture() {
    return new Problem(415, "content-type.unknown", "The body must be a picture.")
        .with(HttpHeaders.ACCEPT, "image/png, image/jpeg, image/webp, image/gif");
  }

  public static Problem tooLarge(String detail) {
    return new Problem(413, "request.too-large", detail);
  }

  public static Problem malformed(String code, String detail) {
    return new Problem(400, code, detail);
  }

  /**
   * @param fields of the body, parameters or headers that are to blame
   */
  public static Problem malformed(String code, String detail, List<String> fields) {
    List<FieldError> errors =
        fields.stream().map(field -> new FieldError(field, code, detail)).toList();
    return new Problem(400, code, detail, errors, Map.of());
  }

  /** Of a change in which no field is given. */
  public static Problem nothingToChange() {
    return malformed("request.empty", "There is nothing in it to change.");
  }

  /** What is no request that could be looked at. */
  public static Problem refused(int status, String detail) {
    return new Problem(status, "request.refused", detail);
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(400, "request.invalid", "Some fields need another look.", errors, Map.of());
  }

  public static Problem invalid(String field, String code, String detail) {
    return invalid(List.of(new FieldError(field, code, detail)));
  }

  /** There is no token, or none that counts. */
  public static Problem unauthorized(boolean tokenGiven) {
    return tokenGiven
        ? new Problem(401, "token.invalid", "This access token is not valid, or not any more.")
            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
        : new Problem(401, "token.missing", "This needs an access token.")
            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  public static Problem forbidden() {
    return new Problem(403, "forbidden", "You may not do this.");
  }

  /**
   * @param headers {@code Retry-After} and {@code X-RateLimit-*}
   */
  public static Problem limited(Map<String, String> headers) {
    return new Problem(
        429, "limit.reached", "That was a lot at once. Try again later.", List.of(), headers);
  }

  /**
   * @param part {@code identity}, {@code search} …; it is a part of the code
   */
  public static Problem unavailable(String part) {
    return of(new CommonError.Unavailable(part));
  }

  private static @Nullable Problem ofCause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? null : of(cause);
  }

  private static @Nullable Problem of(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    if (known == null || known.is5xxServerError()) {
      return null;
    }
    return switch (known) {
      case NOT_FOUND -> noSuchAddress();
      case FORBIDDEN -> forbidden();
      case UNAUTHORIZED -> unauthorized(true);
      case CONTENT_TOO_LARGE -> tooLarge("The request is too large.");
      case UNSUPPORTED_MEDIA_TYPE -> unsupportedMediaType();
      default -> refused(status, "This request cannot be answered.");
    };
  }

  private static int status(ErrorKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_LARGE -> 413;
      case UNPROCESSABLE -> 422;
      case LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
