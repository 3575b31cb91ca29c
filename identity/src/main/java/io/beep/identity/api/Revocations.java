package io.beep.identity.api;

/**
 * A copy of which tokens count no longer though they have not expired, kept in memory and told of
 * each new one within milliseconds. All but {@link #refresh()} answer at once.
 */
public interface Revocations {

  /**
   * Whether the copy is complete; false until the database was reached for the first time, and when
   * it was not heard of for a minute. Then nobody here knows what is revoked.
   */
  boolean isKnown();

  /**
   * @param id a token's {@code jti}, or the {@code sid} of the session that it was given in
   */
  boolean isRevoked(String id);

  /**
   * Knows afterwards of all that was revoked before the call. Blocks for some milliseconds, for
   * three seconds at most, and changes nothing while the database is away; the copy then completes
   * itself when it is back.
   */
  void refresh();

  /** Is told after there are more. Once, at start. */
  void listen(Runnable listener);
}
