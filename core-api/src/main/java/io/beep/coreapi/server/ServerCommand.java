package io.beep.coreapi.server;

import io.beep.coreapi.shared.Command;

/** All that can be asked of servers, memberships and roles. */
public sealed interface ServerCommand extends Command
    permits CreateServer,
        RenameServer,
        DescribeServer,
        TagServer,
        HandOverServer,
        DeleteServer,
        JoinServer,
        LeaveServer,
        CreateRole,
        RenameRole,
        RecolourRole,
        SetRolePermissions,
        ReorderRoles,
        DeleteRole,
        GiveRole,
        TakeRole,
        SetMemberRoles {}
