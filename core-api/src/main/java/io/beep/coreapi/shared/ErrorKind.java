package io.beep.coreapi.shared;

/** What sort of refusal an error is; the edge gives each kind its HTTP status. */
public enum ErrorKind {
  INVALID,
  FORBIDDEN,
  NOT_FOUND,
  CONFLICT,
  GONE,
  TOO_LARGE,
  UNPROCESSABLE,
  LIMITED,
  UNAVAILABLE
}
