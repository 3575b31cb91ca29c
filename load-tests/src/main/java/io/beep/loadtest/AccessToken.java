package io.beep.loadtest;

import java.time.Instant;

/**
 * Opens the API to one user.
 *
 * @param until when it ends
 */
record AccessToken(String value, Instant until) {

  /** One whose end is not known, because somebody else obtained it. */
  static AccessToken given(String value) {
    return new AccessToken(value, Instant.MAX);
  }
}
