package io.beep.command.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody is new.
 *
 * @param member in the server; null for not at all
 * @param account null for not at all
 */
record Novelty(@Nullable Instant member, @Nullable Instant account) {

  static final Novelty NONE = new Novelty(null, null);

  /** In one way or the other; null for not at all. */
  @Nullable Instant until() {
    Instant later =
        member == null || (account != null && account.isAfter(member)) ? account : member;
    return later == null ? null : later.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isMember(Instant now) {
    return member != null && now.isBefore(member);
  }
}
