package io.beep.command.invitation;

import io.beep.coreapi.shared.MembershipId;

/** What became of someone in a server, whether they are in it or not. */
@FunctionalInterface
public interface MembershipPast {

  Past of(MembershipId membership);

  /**
   * @param banned whether they may not come in
   * @param moves how often they came, went, or were put out
   */
  record Past(boolean banned, int moves) {}
}
