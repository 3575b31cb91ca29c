package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a role beneath all others. Answers the {@link RoleId}.
 *
 * @param colour {@code #rrggbb}; null for none
 * @param permissions nothing that the one who asks may not do themselves
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record CreateRole(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    String name,
    @Nullable String colour,
    PermissionSet permissions)
    implements ServerCommand {}
