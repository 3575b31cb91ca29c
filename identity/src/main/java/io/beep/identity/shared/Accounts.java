package io.beep.identity.shared;

import io.beep.coreapi.shared.UserId;
import java.util.Optional;

/** The active accounts. */
public interface Accounts {

  Optional<Account> find(UserId userId);

  /** By username in any case. */
  Optional<Account> findByUsername(String username);
}
