package io.beep.app.operations.control;

/** Something that the operator can put right; its message says how. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
