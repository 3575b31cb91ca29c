package io.beep.coreapi.shared;

/**
 * Carries a {@link DomainError} out of a handler. Has no stack trace: it is an answer, not a fault.
 */
public final class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient DomainError error;

  public DomainException(DomainError error) {
    super(error.code() + ": " + error.detail(), null, false, false);
    this.error = error;
  }

  public DomainError error() {
    return error;
  }
}
