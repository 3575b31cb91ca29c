package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The roles of a server stand in another order.
 *
 * @param order every role but that of everyone, the highest first
 */
@Revision("1")
public record RolesReordered(ServerId serverId, List<RoleId> order, UserId reorderedBy)
    implements RoleEvent {

  public RolesReordered {
    order = List.copyOf(order);
  }
}
