package io.beep.command.invitation;

import io.beep.coreapi.shared.MembershipId;
import java.time.Instant;

/** What became of someone in a server, whether they are in it or not. */
@FunctionalInterface
public interface MembershipPast {

  Past of(MembershipId membership);

  /**
   * @param banned whether they may not come in
   * @param changedAt when they last came, went, or were put out; {@link Instant#MIN} for never
   */
  record Past(boolean banned, Instant changedAt) {}
}
