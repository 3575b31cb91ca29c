package io.beep.identity;

import io.beep.identity.api.Revocations;
import io.beep.identity.revocation.FollowedRevocations;
import java.time.Clock;
import java.time.Duration;

/** What a product with a gateway wires, in the gateway's process. */
public final class RevocationsConfiguration {

  /**
   * As long as a gateway takes tokens while it hears nothing of the database. Longer than
   * PostgreSQL takes to start again, much shorter than tokens live.
   */
  public static final Duration TRUSTED = Duration.ofMinutes(1);

  private RevocationsConfiguration() {}

  /**
   * Follows the table of revocations with a thread of its own. Waits three seconds at most for the
   * database, and for the table, which identity makes when it starts; then goes on without. The
   * answer is {@link AutoCloseable}.
   *
   * @param jdbcUrl of the database, without {@code currentSchema}
   */
  public static Revocations follow(String jdbcUrl, String user, String password, Clock clock) {
    return follow(jdbcUrl, user, password, clock, TRUSTED);
  }

  /**
   * As above.
   *
   * @param trusted how long what is known counts while the database is not heard of
   */
  public static Revocations follow(
      String jdbcUrl, String user, String password, Clock clock, Duration trusted) {
    return FollowedRevocations.start(jdbcUrl, user, password, clock, trusted);
  }
}
