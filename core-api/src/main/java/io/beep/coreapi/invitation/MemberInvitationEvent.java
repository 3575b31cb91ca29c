package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.UserId;

/** All that happens to an invitation that names whom it invites. */
public sealed interface MemberInvitationEvent extends InvitationEvent
    permits MemberInvited,
        MemberInvitationAccepted,
        MemberInvitationDeclined,
        MemberInvitationRevoked {

  /** Who is invited. */
  UserId userId();

  /** By which the quota of the server counts it; nobody can type it. */
  @Override
  default String code() {
    return codeOf(userId());
  }

  static String codeOf(UserId user) {
    return "@" + user.value();
  }
}
