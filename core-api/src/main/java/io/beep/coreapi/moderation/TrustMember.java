package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a new member do what others may, from now on. For whoever stands above them, as all that a
 * time-out is: nobody lifts their own limits, nor those of somebody of their own rank.
 */
@NeedsPermission(Permission.TIMEOUT_MEMBERS)
public record TrustMember(ServerId serverId, UserId actor, UserId userId)
    implements ModerationCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
