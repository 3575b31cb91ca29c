package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a member's time-out before its time. Who is not timed out stays so. */
@NeedsPermission(Permission.TIMEOUT_MEMBERS)
public record LiftTimeout(ServerId serverId, UserId actor, UserId userId) implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
