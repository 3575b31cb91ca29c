package io.beep.gateway.shared.problem;

import io.beep.coreapi.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Problem details as they are sent.
 *
 * @param type a stable reference that documentation explains: {@code /problems/message.too-long}
 * @param instance the path that was asked for
 * @param requestId what the logs know this request by
 * @param errors every field, parameter or header at fault. Always there with 400, empty when it is
 *     about none of them; with any other status null when it names none
 */
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    @Nullable List<FieldError> errors) {

  public static ProblemBody of(Problem problem, String instance, String requestId) {
    HttpStatus status = HttpStatus.resolve(problem.status());
    boolean tellsErrors = status == HttpStatus.BAD_REQUEST || !problem.errors().isEmpty();
    return new ProblemBody(
        "/problems/" + problem.code(),
        status == null ? "Refused" : status.getReasonPhrase(),
        problem.status(),
        problem.detail(),
        instance,
        problem.code(),
        requestId,
        tellsErrors ? problem.errors() : null);
  }
}
