package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a new member do what others may, from now on. */
@NeedsPermission(Permission.TIMEOUT_MEMBERS)
public record TrustMember(ServerId serverId, UserId actor, UserId userId)
    implements ModerationCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
