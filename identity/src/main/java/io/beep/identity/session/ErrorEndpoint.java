package io.beep.identity.session;

import io.beep.identity.shared.Problem;
import io.beep.identity.shared.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpRequestHandler;

/**
 * Where the container sends what failed elsewhere. Tells the status and a sentence; the exception
 * and its message stay in the log.
 */
class ErrorEndpoint implements HttpRequestHandler {

  static final String PATH = "/identity/error";

  private static final int DEEPEST_CAUSE = 10;

  private final Pages pages;

  ErrorEndpoint(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = problem(request);
    if (Problems.wantsPage(request)) {
      Problems.setHeaders(response, problem);
      Answers.page(response, problem.status(), pages.refused(Words.of(request), problem));
    } else {
      Problems.write(request, response, problem);
    }
  }

  private static Problem problem(HttpServletRequest request) {
    Throwable exception = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (isDatabaseDown(exception)) {
      return Problem.unavailable();
    }
    HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    return switch (status) {
      case NOT_FOUND -> Problem.of(status, "address.not-found", "There is nothing here.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(status, "method.not-allowed", "This cannot be done here.");
      default ->
          status.is4xxClientError()
              ? Problem.of(status, "request.invalid", "This request is not as it must be.")
              : Problem.of(
                  HttpStatus.INTERNAL_SERVER_ERROR,
                  "internal",
                  "Something went wrong on our side. Try again in a moment.");
    };
  }

  private static HttpStatus status(@Nullable Object code) {
    // Null when someone asks for this path itself.
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    return Objects.requireNonNullElse(status, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static boolean isDatabaseDown(@Nullable Throwable exception) {
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof DataAccessException || cause instanceof TransactionException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
