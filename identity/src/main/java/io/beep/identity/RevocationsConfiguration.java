package io.beep.identity;

import io.beep.identity.api.Revocations;
import io.beep.identity.revocation.FollowedRevocations;
import java.time.Clock;

/** What a product with a gateway wires, in the gateway's process. */
public final class RevocationsConfiguration {

  private RevocationsConfiguration() {}

  /**
   * Follows the table of revocations with a thread of its own. Waits three seconds at most for the
   * database, and for the table, which identity makes when it starts; then goes on without. The
   * answer is {@link AutoCloseable}.
   *
   * @param jdbcUrl of the database, without {@code currentSchema}
   */
  public static Revocations follow(String jdbcUrl, String user, String password, Clock clock) {
    return FollowedRevocations.start(jdbcUrl, user, password, clock);
  }
}
