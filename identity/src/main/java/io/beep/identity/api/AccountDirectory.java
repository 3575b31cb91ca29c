package io.beep.identity.api;

import io.beep.coreapi.shared.UserId;
import java.util.Optional;

/** Finds people by what they are called. */
public interface AccountDirectory {

  /** The bearer of this username in any case; empty while a registration is not complete. */
  Optional<UserId> findByUsername(String username);
}
