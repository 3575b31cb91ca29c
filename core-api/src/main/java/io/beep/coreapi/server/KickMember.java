package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a member out of the server. They may come back as anybody else.
 *
 * @param reason for those who moderate; null for none
 */
@NeedsPermission(Permission.KICK_MEMBERS)
public record KickMember(ServerId serverId, UserId actor, UserId userId, @Nullable String reason)
    implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}
