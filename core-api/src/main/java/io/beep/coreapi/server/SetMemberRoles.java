package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives and takes roles until a member has exactly these: all of it, or nothing.
 *
 * @param roles without that of everyone
 */
@NeedsPermission(Permission.MANAGE_ROLES)
public record SetMemberRoles(ServerId serverId, UserId actor, UserId userId, List<RoleId> roles)
    implements ServerCommand {

  public SetMemberRoles {
    roles = List.copyOf(roles);
  }

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
