package io.beep.loadtest;

/** The command line asks for what cannot be; the message says so to a person. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
