package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;

/** All that happens to the invitations of a server. */
public sealed interface InvitationEvent extends DomainEvent
    permits InvitationCreated,
        InvitationAccepted,
        InvitationRevoked,
        InvitationRestored,
        MemberInvitationEvent,
        InvitationSlotTaken,
        InvitationSlotFreed {

  ServerId serverId();

  /** That of the invitation. */
  String code();
}
