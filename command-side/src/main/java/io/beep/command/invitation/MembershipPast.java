package io.beep.command.invitation;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/** What became of someone in a server, whether they are in it or not. */
@FunctionalInterface
public interface MembershipPast {

  Past of(MembershipId membership);

  /** Whether they may not come in; of a member, as nearly all are, that is known at once. */
  default boolean isBanned(UserId user, ServerId server, AccessState access) {
    return !access.isMember(user, server) && of(new MembershipId(server, user)).banned();
  }

  /**
   * @param banned whether they may not come in
   * @param moves how often they came, went, or were put out
   */
  record Past(boolean banned, int moves) {}
}
