package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/** Names the invitation of one person into one server; there is one at most. */
public record MemberInvitationId(ServerId serverId, UserId userId) {

  private static final String PREFIX = "member-invitation:";

  @Override
  public String toString() {
    return PREFIX + serverId.value() + ":" + userId.value();
  }
}
