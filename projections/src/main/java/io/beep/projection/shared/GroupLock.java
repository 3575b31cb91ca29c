package io.beep.projection.shared;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets a group of projections stand still for a moment without stopping it: each of its batches
 * shares the lock before it writes and until it commits. Whoever holds it alone knows that the
 * group is exactly where its stored token says.
 *
 * <p>An advisory lock of PostgreSQL: it also counts when the group runs in another process, and
 * ends with the transaction that took it.
 */
public final class GroupLock {

  /** "proj" in ASCII, the first half of the key; the second is the name of the group. */
  private static final int PROJECTIONS = 0x70726f6a;

  private final String share;
  private final String take;

  private GroupLock(String share, String take) {
    this.share = share;
    this.take = take;
  }

  /** Of the group that serves. */
  public static GroupLock of(String group) {
    String key = "(" + PROJECTIONS + ", " + group.hashCode() + ")";
    return new GroupLock(
        "select pg_advisory_xact_lock_shared" + key, "select pg_advisory_xact_lock" + key);
  }

  /** Of rows that nobody reads yet: whoever builds them waits for nobody. */
  public static GroupLock none() {
    return new GroupLock("", "");
  }

  /** A further statement, which waits while somebody holds the lock alone. */
  String sharing() {
    return share.isEmpty() ? "" : "; " + share;
  }

  /** Waits for the batches that run; later ones wait for the end of this transaction. */
  public void take(JdbcTemplate transaction) {
    if (!take.isEmpty()) {
      transaction.execute(take);
    }
  }
}
