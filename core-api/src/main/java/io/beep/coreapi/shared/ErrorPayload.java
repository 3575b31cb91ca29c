package io.beep.coreapi.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DomainError} flattened for the way between nodes: exceptions do not cross, their details
 * do.
 *
 * @param errors every input field at fault; empty when none is
 * @param retryAfter seconds, when it is known
 */
public record ErrorPayload(
    String code, ErrorKind kind, String detail, List<FieldError> errors, @Nullable Long retryAfter)
    implements DomainError {

  public ErrorPayload {
    errors = List.copyOf(errors);
  }

  public ErrorPayload(String code, ErrorKind kind, String detail, List<FieldError> errors) {
    this(code, kind, detail, errors, null);
  }

  public static ErrorPayload of(DomainError error) {
    return new ErrorPayload(
        error.code(), error.kind(), error.detail(), error.errors(), error.retryAfter());
  }
}
