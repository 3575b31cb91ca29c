package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Leaves a server. Its owner cannot, before somebody else owns it. */
@NeedsNoPermission(because = "everyone may go")
public record LeaveServer(ServerId serverId, UserId actor) implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, actor);
  }
}
