package io.beep.identity.api;

import io.beep.coreapi.shared.UserId;

/** Signing up. */
public interface Registrations {

  /**
   * Makes an account and its user. Blocks for up to about fifteen seconds, so never call it on an
   * event loop.
   *
   * <p>Whatever happened to an earlier call, the same username, email and password may be sent
   * again and give the same id.
   *
   * @throws io.beep.coreapi.shared.DomainException with a {@link RegistrationError}, or with {@code
   *     CommonError.Unavailable} when a part that this needs is down or busy; then nothing of the
   *     account can be seen, and the call may be repeated
   */
  UserId register(NewAccount account);
}
