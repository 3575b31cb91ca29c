package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role another colour. That of everyone has none.
 *
 * @param colour {@code #rrggbb}; null for none
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record RecolourRole(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    RoleId roleId,
    @Nullable String colour)
    implements ServerCommand {}
