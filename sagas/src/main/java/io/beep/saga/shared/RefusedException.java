package io.beep.saga.shared;

import io.beep.coreapi.shared.ErrorKind;

/** A command of a process was refused. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;

  public RefusedException(String code, ErrorKind kind, Throwable cause) {
    super(code, cause);
    this.kind = kind;
  }

  public ErrorKind kind() {
    return kind;
  }
}
