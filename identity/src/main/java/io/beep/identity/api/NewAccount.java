package io.beep.identity.api;

import org.jspecify.annotations.Nullable;

/**
 * What someone who signs up has typed, unchecked; null where a field was not sent.
 *
 * @param username 2 to 32 of {@code A-Z a-z 0-9 . _ -}, unique without case, kept as typed
 * @param email at most 254 characters, unique without case
 * @param password 10 to 128 characters, kept only as a hash
 * @param firstName 1 to 64 characters
 * @param lastName 1 to 64 characters
 */
public record NewAccount(
    @Nullable String username,
    @Nullable String email,
    @Nullable String password,
    @Nullable String firstName,
    @Nullable String lastName) {

  /** Without the password and the address, so that no log can hold them. */
  @Override
  public String toString() {
    return "NewAccount[username=" + username + "]";
  }
}
