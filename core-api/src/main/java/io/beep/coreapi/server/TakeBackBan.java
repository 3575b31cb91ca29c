package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lifts a ban, and gives back what it took: the membership of someone who was in the server until
 * then, with those of their roles that the actor may give. Who is not banned stays as they are.
 * Answered with what came back, a {@link RestoredMember}.
 */
@NeedsPermission(Permission.BAN_MEMBERS)
public record TakeBackBan(ServerId serverId, UserId actor, UserId userId) implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
