package io.beep.coreapi.server;

import io.beep.coreapi.shared.Command;

/** All that can be asked of servers, memberships and roles. */
public sealed interface ServerCommand extends Command
    permits CreateServer,
        RenameServer,
        DescribeServer,
        TagServer,
        SetServerVisibility,
        SetServerPicture,
        SetServerBanner,
        HandOverServer,
        DeleteServer,
        RestoreServer,
        StartServerDeletion,
        AdvanceServerDeletion,
        FinishServerDeletion,
        JoinServer,
        LeaveServer,
        KickMember,
        BanMember,
        UnbanMember,
        TakeBackBan,
        TakeBackKick,
        TimeOutMember,
        LiftTimeout,
        CreateRole,
        RenameRole,
        RecolourRole,
        SetRolePermissions,
        ReorderRoles,
        DeleteRole,
        RestoreRole,
        GiveRole,
        TakeRole,
        SetMemberRoles {}
