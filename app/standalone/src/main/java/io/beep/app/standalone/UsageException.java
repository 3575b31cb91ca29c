package io.beep.app.standalone;

/** Something that the operator can put right; its message says how. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
