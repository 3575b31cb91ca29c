package io.beep.coreapi.shared;

/** Refusals that any feature may give. */
public sealed interface CommonError extends DomainError {

  /** There is no such thing, or the one who asks may not know of it: both answer alike. */
  record NotFound(String what) implements CommonError {
    @Override
    public String code() {
      return what + ".not-found";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no such " + what + ", or you may not see it.";
    }
  }

  /** The one who asks sees the thing, and may not do this to it. */
  record Forbidden(String missing) implements CommonError {
    @Override
    public String code() {
      return "permission.missing";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "This needs the permission " + missing + ".";
    }
  }

  /** The key was used before, for something else. */
  record IdempotencyKeyReused() implements CommonError {
    @Override
    public String code() {
      return "idempotency-key.reused";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.UNPROCESSABLE;
    }

    @Override
    public String detail() {
      return "This Idempotency-Key was used with another request. Use a new key.";
    }
  }

  /** A part of Beep that this needs is down or too busy. */
  record Unavailable(String part) implements CommonError {
    @Override
    public String code() {
      return part + ".unavailable";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.UNAVAILABLE;
    }

    @Override
    public String detail() {
      return "This part of Beep is not available right now. Try again in a moment.";
    }
  }
}
