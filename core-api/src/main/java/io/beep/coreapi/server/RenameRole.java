package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a role another name. That of everyone keeps its own. */
@NeedsPermission(Permission.MANAGE_ROLES)
public record RenameRole(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, RoleId roleId, String name)
    implements ServerCommand {}
