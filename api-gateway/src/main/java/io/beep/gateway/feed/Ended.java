package io.beep.gateway.feed;

/** Why streams end; each is counted. */
enum Ended {
  /** The client closed it, or its line broke. */
  BY_CLIENT,
  /** It did not read. */
  TOO_SLOW,
  /** Its access token ended; it comes back with a new one. */
  TOKEN_EXPIRED,
  /** Its access token was revoked, or the session that it belongs to has ended. */
  TOKEN_REVOKED,
  /** Whether its access token was revoked could not be learned for too long; it comes back. */
  REVOCATIONS_UNKNOWN,
  /** What the user may see could not be had; it comes back. */
  SCOPE_UNAVAILABLE,
  /** This node ends; it comes back to another. */
  SHUTDOWN
}
