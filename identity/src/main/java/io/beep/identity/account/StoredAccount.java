package io.beep.identity.account;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.Account;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the table {@code account}.
 *
 * @param attempt the registration whose password this row holds
 */
record StoredAccount(
    UserId userId,
    String username,
    String email,
    String firstName,
    String lastName,
    String passwordHash,
    boolean active,
    UUID attempt,
    Instant reservedAt) {

  static StoredAccount pending(
      UserId userId, SignUp signUp, String passwordHash, UUID attempt, Instant now) {
    return new StoredAccount(
        userId,
        signUp.username(),
        signUp.email(),
        signUp.firstName(),
        signUp.lastName(),
        passwordHash,
        false,
        attempt,
        now);
  }

  StoredAccount takenOverBy(UUID newAttempt, String newPasswordHash) {
    return new StoredAccount(
        userId,
        username,
        email,
        firstName,
        lastName,
        newPasswordHash,
        active,
        newAttempt,
        reservedAt);
  }

  boolean isOf(SignUp signUp) {
    return hasUsernameOf(signUp) && hasEmailOf(signUp);
  }

  boolean hasUsernameOf(SignUp signUp) {
    return SignUp.key(username).equals(signUp.usernameKey());
  }

  boolean hasEmailOf(SignUp signUp) {
    return SignUp.key(email).equals(signUp.emailKey());
  }

  Account toAccount() {
    return new Account(userId, username, firstName, lastName);
  }

  @Override
  public String toString() {
    return "StoredAccount[" + userId + ", username=" + username + ", active=" + active + "]";
  }
}
