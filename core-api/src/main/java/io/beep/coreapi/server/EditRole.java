package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes several things about a role at once: all of them, or none when one is refused. What is
 * null stays.
 *
 * @param name null for the role of everyone, which keeps its own
 * @param colour as of {@link RecolourRole}; null for the role of everyone, which has none
 * @param permissions as of {@link SetRolePermissions}
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record EditRole(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    RoleId roleId,
    @Nullable String name,
    @Nullable NewText colour,
    @Nullable PermissionSet permissions)
    implements ServerCommand {}
