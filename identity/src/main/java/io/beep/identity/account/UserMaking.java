package io.beep.identity.account;

import io.beep.coreapi.shared.DomainError;

/** How asking the command side to make a user ended. */
sealed interface UserMaking {

  /** The user is there, made now or before. */
  record Made() implements UserMaking {}

  /** The command side looked at it and said no; there is no such user, and there will be none. */
  record Refused(DomainError error) implements UserMaking {}

  /** The command reached nobody. */
  record NotDelivered() implements UserMaking {}

  /** Nobody knows whether the user is there: no answer in time, or a fault on the way. */
  record Unclear() implements UserMaking {}
}
