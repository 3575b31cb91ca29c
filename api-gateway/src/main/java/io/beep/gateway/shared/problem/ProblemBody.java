package io.beep.gateway.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beep.coreapi.shared.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Problem details as they are sent.
 *
 * @param type a stable reference that documentation explains: {@code /problems/message.too-long}
 * @param instance the path that was asked for
 * @param requestId what the logs know this request by
 */
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  public static ProblemBody of(Problem problem, String instance, String requestId) {
    HttpStatus status = HttpStatus.resolve(problem.status());
    return new ProblemBody(
        "/problems/" + problem.code(),
        status == null ? "Refused" : status.getReasonPhrase(),
        problem.status(),
        problem.detail(),
        instance,
        problem.code(),
        requestId,
        problem.errors());
  }
}
