package io.beep.identity.api;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why someone could not sign up. */
public sealed interface RegistrationError extends DomainError {

  /** Some fields are not as they must be; {@link #errors()} names every one of them. */
  record Invalid(@Override List<FieldError> errors) implements RegistrationError {

    public Invalid {
      errors = List.copyOf(errors);
    }

    @Override
    public String code() {
      return "registration.invalid";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.INVALID;
    }

    @Override
    public String detail() {
      return "Some fields need another look.";
    }
  }

  /**
   * Someone else bears this username, in this case or another.
   *
   * @param free a similar one that was free a moment ago; null when none was found
   */
  record UsernameTaken(@Nullable String free) implements RegistrationError {
    @Override
    public String code() {
      return "registration.username-taken";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return free == null ? "That name is taken." : "That name is taken. Try " + free + ".";
    }

    @Override
    public @Nullable String field() {
      return "username";
    }
  }

  /** An account with this address exists. */
  record EmailTaken() implements RegistrationError {
    @Override
    public String code() {
      return "registration.email-taken";
    }

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }

    @Override
    public String detail() {
      return "There is an account with this address. Sign in instead.";
    }

    @Override
    public @Nullable String field() {
      return "email";
    }
  }
}
