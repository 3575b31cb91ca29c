package io.beep.gateway.shared.problem;

import io.beep.coreapi.shared.FieldError;
import java.util.List;
import java.util.Map;

/**
 * Why a request was refused, before it is known which request.
 *
 * @param status of HTTP
 * @param code stable and for programs: {@code message.too-long}
 * @param detail one short sentence for people, without anything secret
 * @param errors every field, parameter or header at fault; empty when none is
 * @param headers that go with the refusal, such as {@code Retry-After}
 */
public record Problem(
    int status, String code, String detail, List<FieldError> errors, Map<String, String> headers) {

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  Problem(int status, String code, String detail) {
    this(status, code, detail, List.of(), Map.of());
  }

  Problem with(String header, String value) {
    return new Problem(status, code, detail, errors, Map.of(header, value));
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }
}
