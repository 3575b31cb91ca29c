package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives back what a kick took: the membership, with those of the member's roles that the actor may
 * give. Answered with what came back, a {@link RestoredMember}.
 */
@NeedsPermission(Permission.KICK_MEMBERS)
public record TakeBackKick(ServerId serverId, UserId actor, UserId userId)
    implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
