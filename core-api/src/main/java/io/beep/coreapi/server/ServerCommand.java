package io.beep.coreapi.server;

import io.beep.coreapi.shared.Command;

/** All that can be asked of servers and memberships. */
public sealed interface ServerCommand extends Command
    permits CreateServer, RenameServer, DescribeServer, DeleteServer, JoinServer, LeaveServer {}
