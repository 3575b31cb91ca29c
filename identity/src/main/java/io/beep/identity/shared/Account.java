package io.beep.identity.shared;

import io.beep.coreapi.shared.UserId;

/** An active account as every feature of identity may see it: without credentials. */
public record Account(UserId userId, String username, String firstName, String lastName) {

  public String displayName() {
    return firstName + " " + lastName;
  }
}
