package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.Command;

/** All that can be asked of invitations. */
public sealed interface InvitationCommand extends Command
    permits CreateInvitation,
        AcceptInvitation,
        RevokeInvitation,
        RestoreInvitation,
        InviteMember,
        AcceptMemberInvitation,
        DeclineMemberInvitation,
        RevokeMemberInvitation {}
