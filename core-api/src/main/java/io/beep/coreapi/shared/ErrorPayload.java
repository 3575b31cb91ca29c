package io.beep.coreapi.shared;

import java.util.List;

/**
 * A {@link DomainError} flattened for the way between nodes: exceptions do not cross, their details
 * do.
 *
 * @param errors every input field at fault; empty when none is
 */
public record ErrorPayload(String code, ErrorKind kind, String detail, List<FieldError> errors)
    implements DomainError {

  public ErrorPayload {
    errors = List.copyOf(errors);
  }

  public static ErrorPayload of(DomainError error) {
    return new ErrorPayload(error.code(), error.kind(), error.detail(), error.errors());
  }
}
