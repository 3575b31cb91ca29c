package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts the roles of a server into another order.
 *
 * @param order every role but that of everyone once, the highest first; those at or above the
 *     highest of the one who asks must stay where they are
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record ReorderRoles(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, List<RoleId> order)
    implements ServerCommand {

  public ReorderRoles {
    order = List.copyOf(order);
  }
}
