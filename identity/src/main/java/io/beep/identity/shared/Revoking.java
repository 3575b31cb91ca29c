package io.beep.identity.shared;

import java.time.Instant;
import java.util.UUID;

/** Takes back what was given out and has not expired. */
public interface Revoking {

  /**
   * From now on no token with this id counts, on any node. Takes part in the transaction that the
   * caller has open. May be repeated.
   *
   * @param id of a session ({@code sid}) or of one token ({@code jti})
   * @param end when the last token that bears the id expires
   */
  void revoke(UUID id, Instant end);

  /** Asks the database. */
  boolean isRevoked(UUID id);
}
