package io.beep.projection.api;

/** A rebuild could not be done; its message tells an operator why, and what to do. */
public final class RebuildException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RebuildException(String message) {
    super(message);
  }

  public RebuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
