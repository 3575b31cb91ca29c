package io.beep.gateway.feed;

import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of an invitation: the one who made it, and whoever looks after all of the server's. Not
 * who is invited by it, and nobody of what only counts towards the quota. One that names whom it
 * invites is told to them alone.
 */
final class InvitationKeepers {

  private InvitationKeepers() {}

  /** Who made the invitation that was changed; null for what nobody is told. */
  static @Nullable UserId makerOf(InvitationEvent event) {
    return switch (event) {
      case InvitationCreated created -> created.inviterId();
      case InvitationAccepted accepted -> accepted.inviterId();
      case InvitationRevoked revoked -> revoked.inviterId();
      case InvitationRestored restored -> restored.inviterId();
      case MemberInvitationEvent _, InvitationSlotTaken _, InvitationSlotFreed _ -> null;
    };
  }
}
