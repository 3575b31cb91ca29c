package io.beep.command.server;

import io.beep.command.shared.LostMember;
import io.beep.coreapi.shared.MembershipId;
import org.jspecify.annotations.Nullable;

/** What people lost who were put out; seldom asked, so that no membership has to keep it. */
@FunctionalInterface
public interface LostMembers {

  /** Null for who was not put out, or is in the server again. */
  @Nullable LostMember of(MembershipId membership);
}
