package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.Query;

/** All that can be asked about invitations. */
public sealed interface InvitationQuery<R> extends Query<R>
    permits GetInvitation, ListInvitations, ListMemberInvitations, ListReceivedInvitations {}
