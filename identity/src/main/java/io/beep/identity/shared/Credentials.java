package io.beep.identity.shared;

import io.beep.coreapi.shared.UserId;
import java.util.Optional;

/** Tells whether someone is who they say. */
public interface Credentials {

  /**
   * Whose credentials these are. Costs one password hash whether or not the address is known, so
   * that neither the answer nor its time tells which addresses are.
   *
   * @throws io.beep.coreapi.shared.DomainException with {@code CommonError.Unavailable} when too
   *     many are being checked, or when the account's registration cannot be completed now
   */
  Optional<UserId> verify(String email, String password);
}
